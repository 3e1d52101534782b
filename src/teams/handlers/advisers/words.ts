/** What advisers write to have something done. Others' words are not read by these, so they cost no question its answer. */
export const adviserWords = {
  menu: /^(vis |åpne |opne |open |show )?(r[åa]dg[ij]+e?var?e?r?|r[åa]dgiver(ne|s)?|advis[eo]r'?s?)[- ]?(meny(en)?|menu|verkt[øo]y|side|tools?)$|^(administrer|administrere|admin|administrate|manage)( (nettverket|samling(er|ar)?(ne|ane)?|medlem(mer|er)?(ne|ane)?|the network|gatherings?|members))?$/i,
  newGathering:
    /^((lag|opprett|registrer|planlegg|legg (inn|til)|sett opp|create|make|add|plan|set up) (en |ei |ein |a )?((ny|new) )?|(en |ei |ein |a )?(ny|new) )(samling|nettverkssamling|gathering)$/i,
  attendees:
    /^(vis |show )?(de |dei |the )?(påmeldte|påmelde|deltak[ea]r(e|ne|liste|lista|listen)?|påmeldings?list[ea]n?|attendees|registered|attendee list)$|^(hvem|kven) (er påmeld(t|te|e)?|som er påmeld(t|te|e)?|har meldt? seg på|kommer|kjem)$|^who (is|are) (coming|registered)$/i,
  addMember:
    /^((legg (til|inn)|registrer|opprett|add|create) (et |ett |eit |ein |en |a )?((nytt?|new) )?|(nytt?|new) )(medlem|member)$/i,
  addMembers:
    /^(legg (til|inn)|importer|add|import) (medlem(m?er)?|members|(en |ei |a )?(medlemslist[ea]n?|liste med medlem(m?er)|list of members|member list))$/i,
  downloadMembers:
    /^(last ned|hent|eksporter|download|export|get) (alle |all )?(the )?(medlem(m?er|mene|ene)|medlemslist[ea]n?|members|member list|list of members)$/i,
  members: /^(medlemslist[ea]n?|member list|list of members|søk (i |etter )?medlem(mer|er)?)$/i,
  /** In a member's words these ask about the network. */
  membersInShort: /^(vis |show )?(alle )?(medlem(mer|mene|er|ene)|members)$/i,
  duplicates:
    /^(vis |finn |show |find )?(dubletter|dublettar|duplikat(er|ar)?|duplicates|like medlem(mer|er)|doble medlem(mer|er))$/i,
  log: /^(vis |show )?(the )?(endrings|hendelses|audit |change )?(logg?(en)?)$|^(historikk(en)?|history)$/i,
  messages: /^(meldinger|meldingar|messages|vis meldinger|vis meldingar|show messages)$/i,
  newMessage:
    /^(skriv |send |lag |write |create )?(en |ei |ein |a )?(ny melding|new message|kunngjøring|kunngjering|announcement|melding til alle|message to all)$|^(skriv|send|write)( (en |ei )?melding| a message)? (til|to) (alle )?(the )?(medlem\w*|members)$/i,
  statistics: /^(statistikk|statistics|tal(l)? for nettverket)$/i,
  questions:
    /^(vis |show )?((ubesvarte|ubesvara|u?løste|åpne|opne|unanswered|open) (spørsmål(ene|a)?|questions)( (fra|frå|from) (medlem(mer|mene|mane|mar)?|(the )?members))?|(spørsmål|questions) (fra|frå|from) (medlem(mer|mene|mane|mar|ar)?|(the )?members)|(det |kva |hva |what )(medlemmene|medlemmane|medlemene|medlemane|members) (lurer på|wonder about)|(hva|kva|what) (lurer|do) (medlem\w*|(the )?members) (på|wonder( about)?))$/i,
  suggestions:
    /^(vis |show )?((alle |all )?(forslag(ene|a)?|framlegg(a)?|suggestions)( (til|om) tema(er|ene|a)?)?|tema(forslag|ønsk[ei]r?)(ene|a)?|(foreslåtte|føreslegne) tema(er)?|suggested topics|(hvilke|kva|which) (temaer|tema|topics) (er|have been|are) (foreslått|føreslått|suggested))$/i,
  nameChannel:
    /^(dette|det her|her|this) (er|is) (r[åa]dgiver(ne|en)?s?|r[åa]dgjevar(ane)?s?|kanalen (til|for)( r[åa]dg\w+)?|the advis[eo]r'?s'?)( (sin )?(kanal(en)?|team(et)?|channel|team))?$/i,
} as const

/** Without the signs at the end and the words of politeness around it. */
export function bareWords(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/^(vennligst|kan du|please|(jeg|eg) (vil|skal|må)( gjerne)?|i (want|need) to|i['’]d like to) /i, '')
    .replace(/[ .!?,]*(takk|please)?[ .!?,]*$/i, '')
}
