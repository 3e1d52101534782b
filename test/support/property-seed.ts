/**
 * In CI property tests see the same cases each time, so that what is landed is what was tested, and a failure is the
 * change's own. Elsewhere each run has new ones, and finds what nobody thought of.
 */
if (process.env.CI) {
  const { default: fc } = await import('fast-check')
  fc.configureGlobal({ seed: 20_220_505 })
}
