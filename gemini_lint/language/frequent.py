"""Words that prompts are full of, so that the dictionary need not be loaded to know them."""

from __future__ import annotations

from typing import Final

from gemini_lint.language.vocabulary import listed

FREQUENT_WORDS: Final = listed("""
    absolute access according account accuracy accurate accurately achieve across act action
    actionable actions active activities actual adding additional address addresses adhere
    advanced advice advisor again against age agent agents aggressive aim along already
    alternative always ambiguous amount analysis analyst analytical analytics analyze analyzing
    another answered answering anything appear appears applicable application applications
    apply appropriate area areas arguments around array art asked asking asks assessment assets
    assign assist associated assume attached attempt attention attributes audience audit author
    authoritative automatically available average avoid back bad balance bar base basic
    beginner behavior behind being benefits best better beyond block blocks blog body bold bot
    both bounding box boxes brand break breakdown brief briefly bring broader budget bugs build
    building bullet business buy calculate call called calling calls calm camera cannot
    capabilities capture carefully case casual categories category cause chain changes chapter
    character characteristics characters chart charts chat check choice choose chunks cinematic
    citation citations cite claim claims clarification clarifying clarity class classification
    clean clear clearly close cloud codes coding coffee color colors column columns combine
    come comments common communication company compare comparing comparison comparisons
    competitors complete completely complex compliance comprehensive concept concepts concrete
    conditions confirm confirmation connected consider consistent constraints construct contain
    contained containing contains content contents continue conversational convert coordinator
    core corporate correct correctly corresponding cost count country cover created creating
    creative criteria critical critique currency current currently custom customer customers
    dashboard database date dates day days decide decision deep default define defined delegate
    described descriptions descriptive design designed desired destination detail details
    detect determine develop development dialogue different direct directions directly discover
    discovery display displayed distinct distribution documents domain done down draft duration
    during easy edit effective efficiency efficient either elements else email empty end energy
    engaging engine engineer english enough enterprise entire entities entry environment error
    errors especially essay etc evaluate evaluation even events everything evidence exact
    exactly examples exception execute executing execution executive exist existing expected
    experience explaining explanations explicit explicitly explore external extracted
    extraction fabricate fact factors facts factual fails fallback false far fast features feel
    fetch few field fields file filename files final finally financial findings fit five fix
    flow focus focused follow follows form formatting formulate found foundational frame free
    french friendly full fully function further future gap gather general generated generating
    generation generic genuinely given global goal goals going good government graph great
    green greet greeting greetings ground grounded grounding group growth guess guidance guide
    guidelines hand handle handles handling headers headings health helping helps hey highlight
    highly historical history home however human humans ideas identified identifiers identify
    identity ids ignore illustration images immediately impact implications important improve
    include included includes including income incorrect index indicate indicates individual
    industry info inform information initial input inputs inside insight insights instead
    integer integration intelligence intelligent intent interaction interactive interest
    interesting interests intermediate internal internet invent investment issue issues item
    itinerary job keep keys keyword keywords knowledge known label labels landscape languages
    large last later latest lead leadership learn least leave left legal length less let level
    life lighting likely limit line lines link links listing lists live load local location
    locations log logic logical logs looking loop low made main maintain major making
    management mandatory mapping mark market marketing markets match matches matching material
    materials math max maximum meaning means media medium memory mention mentioned messages
    method metrics might minimum minutes missing mission model models modern modify moment most
    movie much multiple music name named names narrative natural naturally nearest necessary
    need needed needs negative net neutral never new next none note notes nothing novel null
    number numbered numbers object objective objects off offer official old once one ones
    online open operational operations opportunities optional options order original otherwise
    outline outside over overall overview own ownership page pages pair paper papers paragraphs
    parameter parse part partial pass past patient patterns pay payment perfect perfectly
    perform performance persona personal personality phone phrase physical pick piece place
    places plain plan plot podcast point policies policy polite politely popular position
    positive possible post posts potential practical practices precise prefer preference
    preferences present previous previously price prices pricing primary print prioritize
    priority proactive proactively problem problems proceed process processing produce products
    professional profile project projects prompt prompts proper protocol provided provides
    providing public purchase purpose quality queries query quote range rate rates rather
    rating raw readability reading ready real realistic really reason reasoning receive recent
    recipes recommend recommendation recommendations recommended records red refer reference
    references regarding region relationships relevance relevant rely remember remove render
    repeat replace reply report reports representing requested requests required requirements
    requires research researcher resources response responses results retrieval retrieve
    retrieved returned returns reveal revenue right risk risks role room root route rows rule
    run running safe safety sales same save says scale scenarios scene scenes schema science
    scope score scores script searches searching second seconds section sections secure
    security seems segment select selected send senior sensitive sentiment service services
    session set setting shape share shipping shopping shot shown signature significant similar
    simply simulation since single site size skills skip small smart social soft solve sound
    source sources speaker speakers special specialist specialized specializing specific
    specifically specified specify standard start starts state stated statement statistics
    status still stock stop store stored strategic strategies strategy street strengths strict
    strictly string strings structure structured students subject suggest suggested suggestion
    suggestions suitable summaries summarizing support supported sure syntax synthesis
    synthesize synthetic system table tables tag tags take takes talk target tasked tasks tax
    team tech technical telemetry template terminal terms theme themes thorough those thought
    thoughts through throughout tickets times titles together token tone too top topics total
    track training transcribe transcript transfer travel treat trend trends true truth try turn
    turns type types under understanding unique unit unknown unless until update updated
    updates uploaded upon usage used useful users usually valid validate value values various
    venue verbatim verdict verification verified verify version very via vibe videos view
    visible visual visuals wait want wants warm watch way web well whether whole wikipedia
    woman works wrap writer written wrong yes yet yourself
""")
