// Runs in the page that render-cards.ts opens, beside the package adaptivecards.

const themes = ['light', 'dark', 'contrast']

/** The Markdown that Teams knows: bold, italics, links and lists. */
function toHtml(markdown) {
  const escaped = markdown.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const kept = escaped.replace(/\\([\\`*_[\]\-+#>.])/g, (_, sign) => `&#${sign.charCodeAt(0)};`)
  const inline = kept
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/(^|[^\w&])[_*]([^_*\n]+)[_*]/g, '$1<i>$2</i>')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>')
  const blocks = inline.split(/\n{2,}|\n(?=(?:-|\d+\.) )|(?<=^|\n)((?:-|\d+\.) [^\n]*)\n(?!-|\d+\. )/).filter(Boolean)
  return blocks
    .map((block) => {
      const item = /^(-|\d+\.) ([\s\S]*)/.exec(block.trim())
      if (!item) return `<p>${block}</p>`
      return item[1] === '-'
        ? `<ul><li>${item[2]}</li></ul>`
        : `<ol start="${Number.parseInt(item[1], 10)}"><li>${item[2]}</li></ol>`
    })
    .join('')
}

function hostConfig(style) {
  const color = (name) => style.getPropertyValue(name).trim()
  const colors = (names) =>
    Object.fromEntries(
      Object.entries(names).map(([key, name]) => [
        key,
        { default: color(name), subtle: color(name === '--text' ? '--soft' : name) },
      ]),
    )
  const foregroundColors = colors({
    default: '--text',
    dark: '--text',
    light: '--text',
    accent: '--link',
    good: '--text',
    warning: '--bad',
    attention: '--bad',
  })
  const container = (background) => ({ backgroundColor: color(background), foregroundColors })
  return {
    fontFamily: '"Segoe UI", "Liberation Sans", sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: color('--line') },
    containerStyles: { default: container('--card'), emphasis: container('--chat') },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 12 },
    inputs: {
      label: { inputSpacing: 'small', requiredInputs: { suffix: ' *', suffixColor: 'attention' } },
      errorMessage: { color: 'attention' },
    },
  }
}

/** Shows the card once in each theme; `open` shows folded parts too. */
globalThis.show = (card, width, open) => {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) =>
    Object.assign(result, { outputHtml: toHtml(text), didProcess: true })
  document.body.replaceChildren()
  for (const theme of themes) {
    const frame = document.createElement('div')
    frame.className = `theme ${theme}`
    frame.style.setProperty('--width', `${width}px`)
    const holder = frame.appendChild(document.createElement('div'))
    holder.className = 'card'
    document.body.append(frame)
    const view = new AdaptiveCards.AdaptiveCard()
    view.hostConfig = new AdaptiveCards.HostConfig(hostConfig(getComputedStyle(frame)))
    view.parse(card)
    if (open) for (const item of view.getAllInputs()) for (let up = item; up; up = up.parent) up.isVisible = true
    view.render(holder)
  }
}
