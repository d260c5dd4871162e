"""The terms of newsgraph, named as in the ontology, with `_` for `-`.

Generated from `ontology/` by `scripts/generate_vocabulary.py`; do not edit.
"""

# ruff: noqa: N816

from typing import Final

from rdflib import URIRef

# Classes
#: One news text as it was read, with its headline, publisher, date and address where known.
Article: Final = URIRef("https://w3id.org/newsgraph/ontology/Article")
#: That somebody says something: the speaker, the words of saying, what is said, and how the speaker stands to
#: it.
Claim: Final = URIRef("https://w3id.org/newsgraph/ontology/Claim")
#: What states, bodies and people do to each other in words, in meetings and by measures short of force.
Communication: Final = URIRef("https://w3id.org/newsgraph/ontology/Communication")
#: War, armed force and other hostile action, and the acts that begin, prepare or end it.
Conflict: Final = URIRef("https://w3id.org/newsgraph/ontology/Conflict")
#: Contests, honours, findings, works and buildings.
Culture: Final = URIRef("https://w3id.org/newsgraph/ontology/Culture")
#: Harm that nobody intended: accidents, forces of nature, hunger, disease.
Emergency: Final = URIRef("https://w3id.org/newsgraph/ontology/Emergency")
#: Somebody or something that articles speak of and that can take part in events.
Entity: Final = URIRef("https://w3id.org/newsgraph/ontology/Entity")
#: Something that happens, happened, will or might happen, or is said to: an act, a process or a state of
#: limited time.
Event: Final = URIRef("https://w3id.org/newsgraph/ontology/Event")
#: That the text joins one event to another: by cause, purpose, condition, part or order; the link as a node,
#: so that it carries its own words.
EventLink: Final = URIRef("https://w3id.org/newsgraph/ontology/EventLink")
#: A way in which a text joins two events. Its members are the properties from one event to the other.
EventRelation: Final = URIRef("https://w3id.org/newsgraph/ontology/EventRelation")
#: A mention: the exact words of an article that say something, by offsets, with their sentence, what read
#: them, and how sure it is.
Evidence: Final = URIRef("https://w3id.org/newsgraph/ontology/Evidence")
#: A relation that lasts, between two entities or between a person and an office, as an article states it.
Fact: Final = URIRef("https://w3id.org/newsgraph/ontology/Fact")
#: A way in which a text presents an event.
Factuality: Final = URIRef("https://w3id.org/newsgraph/ontology/Factuality")
#: A way of referring to somebody or something.
Form: Final = URIRef("https://w3id.org/newsgraph/ontology/Form")
#: A predicate in its PropBank sense, with the words that fill its roles, whether its event has a type here or
#: not.
Frame: Final = URIRef("https://w3id.org/newsgraph/ontology/Frame")
#: What fills one role of a predicate.
FrameArgument: Final = URIRef("https://w3id.org/newsgraph/ontology/FrameArgument")
#: The finest unit that a time expression gives.
Grain: Final = URIRef("https://w3id.org/newsgraph/ontology/Grain")
#: What happens to people: they die, are hurt, flee, or are helped.
HumanImpact: Final = URIRef("https://w3id.org/newsgraph/ontology/HumanImpact")
#: Crime, and what police, prosecutors and courts do.
LegalAction: Final = URIRef("https://w3id.org/newsgraph/ontology/LegalAction")
#: The decision that two mentions, mostly of two articles, stand for one entity or event, with the reasons and
#: a score.
Merge: Final = URIRef("https://w3id.org/newsgraph/ontology/Merge")
#: That one entity or event has one role in one event: the role as a node, so that it carries its own words.
Participation: Final = URIRef("https://w3id.org/newsgraph/ontology/Participation")
#: Elections, laws, offices, protest and labour disputes.
PublicLife: Final = URIRef("https://w3id.org/newsgraph/ontology/PublicLife")
#: The outlet that published an article, by its name.
Publisher: Final = URIRef("https://w3id.org/newsgraph/ontology/Publisher")
#: A number with what it counts or measures, as a range when the words give one or leave an end open.
Quantity: Final = URIRef("https://w3id.org/newsgraph/ontology/Quantity")
#: The program and language model that read the articles, with their versions.
Reader: Final = URIRef("https://w3id.org/newsgraph/ontology/Reader")
#: What speaks for it that two articles tell of one and the same.
Reason: Final = URIRef("https://w3id.org/newsgraph/ontology/Reason")
#: A lasting relation between entities. Its members are the properties that facts have as predicate.
Relation: Final = URIRef("https://w3id.org/newsgraph/ontology/Relation")
#: That one article tells of an event of which several articles tell: how it presents it, and in which words.
Report: Final = URIRef("https://w3id.org/newsgraph/ontology/Report")
#: A way of taking part in an event. Its members are the properties from events to participants.
Role: Final = URIRef("https://w3id.org/newsgraph/ontology/Role")
#: The reading of articles by one reader in one version. It carries no time of day: the same input gives the
#: same graph.
Run: Final = URIRef("https://w3id.org/newsgraph/ontology/Run")
#: A way in which an article renders what somebody says.
Speech: Final = URIRef("https://w3id.org/newsgraph/ontology/Speech")
#: A way in which a speaker stands to what is said.
Stance: Final = URIRef("https://w3id.org/newsgraph/ontology/Stance")
#: Whether a lasting relation holds.
Status: Final = URIRef("https://w3id.org/newsgraph/ontology/Status")
#: A stretch of days, with its TIMEX3 value, resolved against the day of publication.
Time: Final = URIRef("https://w3id.org/newsgraph/ontology/Time")

# Properties
#: An event, fact or entity that the content speaks of.
about: Final = URIRef("https://w3id.org/newsgraph/ontology/about")
#: To whom it is said.
addressee: Final = URIRef("https://w3id.org/newsgraph/ontology/addressee")
#: Whether the words hedge the number: about, nearly, dozens.
approximate: Final = URIRef("https://w3id.org/newsgraph/ontology/approximate")
#: What fills a role of the predicate.
argument: Final = URIRef("https://w3id.org/newsgraph/ontology/argument")
#: The PropBank label of the role, such as ARG0 or ARGM-TMP.
argumentLabel: Final = URIRef("https://w3id.org/newsgraph/ontology/argumentLabel")
#: The first day.
begin: Final = URIRef("https://w3id.org/newsgraph/ontology/begin")
#: How sure the method is that it read the words rightly, from 0 to 1; not how likely it is that they are
#: true.
confidence: Final = URIRef("https://w3id.org/newsgraph/ontology/confidence")
#: What is said, in the words of the article; pieces parted by the attribution are joined.
content: Final = URIRef("https://w3id.org/newsgraph/ontology/content")
#: The part of the text of a copy that stands word for word in the first article, from 0 to 1.
copiedShare: Final = URIRef("https://w3id.org/newsgraph/ontology/copiedShare")
#: The first article that has the text which this one prints again: the same agency report, or an earlier
#: version.
copyOf: Final = URIRef("https://w3id.org/newsgraph/ontology/copyOf")
#: The number of members of a counted group ('four other officials': 4).
count: Final = URIRef("https://w3id.org/newsgraph/ontology/count")
#: The two-letter ISO 3166 code, in capitals, of the country in which a place lies today.
countryCode: Final = URIRef("https://w3id.org/newsgraph/ontology/countryCode")
#: The words that attribute: said, denied, according to.
cue: Final = URIRef("https://w3id.org/newsgraph/ontology/cue")
#: Another claim of the article that this one denies, doubts or contradicts.
disputes: Final = URIRef("https://w3id.org/newsgraph/ontology/disputes")
#: The last day, inclusive.
end: Final = URIRef("https://w3id.org/newsgraph/ontology/end")
#: The event in which the participant takes part, or that a link starts from.
event: Final = URIRef("https://w3id.org/newsgraph/ontology/event")
#: Leads from an entity, event, participation, fact, claim or quantity to the words that say so.
evidence: Final = URIRef("https://w3id.org/newsgraph/ontology/evidence")
#: How the text presents the event: as happened, planned, demanded or denied; not how much we believe it.
factuality: Final = URIRef("https://w3id.org/newsgraph/ontology/factuality")
#: The entity or event that the words stand for.
filler: Final = URIRef("https://w3id.org/newsgraph/ontology/filler")
#: The best form in which articles refer to the entity: by a name if any does, else by a noun, else
#: anonymously.
form: Final = URIRef("https://w3id.org/newsgraph/ontology/form")
#: The finest unit that the words give.
grain: Final = URIRef("https://w3id.org/newsgraph/ontology/grain")
#: One of the two mentions that were joined.
joins: Final = URIRef("https://w3id.org/newsgraph/ontology/joins")
#: The property, such as caused by, that joins the event with the other.
linkType: Final = URIRef("https://w3id.org/newsgraph/ontology/linkType")
#: The other event: the cause, the purpose, the condition, the whole, the earlier one.
linkedEvent: Final = URIRef("https://w3id.org/newsgraph/ontology/linkedEvent")
#: The entity or event that both mentions are taken for.
merged: Final = URIRef("https://w3id.org/newsgraph/ontology/merged")
#: The rule or the part of the reader that read the words so.
method: Final = URIRef("https://w3id.org/newsgraph/ontology/method")
#: A claim inside the content: what the speaker says that somebody else said.
nestedClaim: Final = URIRef("https://w3id.org/newsgraph/ontology/nestedClaim")
#: Where the event happens, or would happen; may be given more than once, from the exact spot to the country.
place: Final = URIRef("https://w3id.org/newsgraph/ontology/place")
#: The office that somebody holds, in the words of the article, without the body ('prime minister').
position: Final = URIRef("https://w3id.org/newsgraph/ontology/position")
#: How the article presents the event; the factuality of the event itself weighs all reports.
presentedAs: Final = URIRef("https://w3id.org/newsgraph/ontology/presentedAs")
#: A number that an article gives for the event: people killed, money paid, votes cast.
quantity: Final = URIRef("https://w3id.org/newsgraph/ontology/quantity")
#: What speaks for the merge.
reason: Final = URIRef("https://w3id.org/newsgraph/ontology/reason")
#: The role property, such as agent, that joins the event with the participant.
role: Final = URIRef("https://w3id.org/newsgraph/ontology/role")
#: The PropBank sense of the predicate, such as say.01.
roleset: Final = URIRef("https://w3id.org/newsgraph/ontology/roleset")
#: When it was said.
saidAt: Final = URIRef("https://w3id.org/newsgraph/ontology/saidAt")
#: How likely it is that the merge is right, from 0 to 1.
score: Final = URIRef("https://w3id.org/newsgraph/ontology/score")
#: The sentence, or sentences, around the words, exactly as in the article.
sentence: Final = URIRef("https://w3id.org/newsgraph/ontology/sentence")
#: The offset of the sentence in the text of the article, in Unicode code points.
sentenceBegin: Final = URIRef("https://w3id.org/newsgraph/ontology/sentenceBegin")
#: Who says it, as the article attributes it; absent when the text names nobody ('it is said').
speaker: Final = URIRef("https://w3id.org/newsgraph/ontology/speaker")
#: Whether the content is quoted, reported, or both.
speechKind: Final = URIRef("https://w3id.org/newsgraph/ontology/speechKind")
#: How the speaker stands to the content: asserts it, denies it, demands it and so on.
stance: Final = URIRef("https://w3id.org/newsgraph/ontology/stance")
#: Whether the relation holds, held once, or is only alleged, as of the article.
status: Final = URIRef("https://w3id.org/newsgraph/ontology/status")
#: The event that the report tells of.
tells: Final = URIRef("https://w3id.org/newsgraph/ontology/tells")
#: The event of a known type that the predicate tells of.
tellsOf: Final = URIRef("https://w3id.org/newsgraph/ontology/tellsOf")
#: When the event happens, happened or would happen.
time: Final = URIRef("https://w3id.org/newsgraph/ontology/time")
#: The value of the expression in the TIMEX3 standard, such as 2024-03-20, 2024-W12, P6W or PAST_REF.
timex: Final = URIRef("https://w3id.org/newsgraph/ontology/timex")
#: What is counted or measured, in the words of the article.
what: Final = URIRef("https://w3id.org/newsgraph/ontology/what")
#: The words of the article that fill the role.
words: Final = URIRef("https://w3id.org/newsgraph/ontology/words")

# Kinds of entities
#: One human being, living, dead or fictional, named or not.
Person: Final = URIRef("https://w3id.org/newsgraph/ontology/Person")
#: A body of people with a name, a purpose and members that outlives any of them: a government, ministry,
#: party, army, company, agency, court, team, newspaper.
Organization: Final = URIRef("https://w3id.org/newsgraph/ontology/Organization")
#: A part of the world with a name: country, region, city, village, river, mountain, sea, continent.
Place: Final = URIRef("https://w3id.org/newsgraph/ontology/Place")
#: Something built for a use, at a fixed spot: hospital, airport, bridge, border crossing, camp, prison,
#: stadium, street.
Facility: Final = URIRef("https://w3id.org/newsgraph/ontology/Facility")
#: Several people or bodies spoken of together, without being an organization of their own.
Group: Final = URIRef("https://w3id.org/newsgraph/ontology/Group")
#: People by nationality, ethnicity, faith or political leaning, or the adjective for it.
Norp: Final = URIRef("https://w3id.org/newsgraph/ontology/Norp")
#: A made thing known by its title: a book, film, song, report, study, broadcast, law, treaty, or a product
#: with a model name.
Work: Final = URIRef("https://w3id.org/newsgraph/ontology/Work")
#: A named thing of no other kind, such as a ship, a weapon, an animal, a prize, a currency, a language.
Other: Final = URIRef("https://w3id.org/newsgraph/ontology/Other")

# Forms of reference
#: By a name, full, short or abbreviated.
form_name: Final = URIRef("https://w3id.org/newsgraph/ontology/form-name")
#: By a noun that describes: a title, an office, a trade, a group.
form_nominal: Final = URIRef("https://w3id.org/newsgraph/ontology/form-nominal")
#: By a pronoun or possessive.
form_pronoun: Final = URIRef("https://w3id.org/newsgraph/ontology/form-pronoun")
#: By words that keep the name back on purpose.
form_anonymous: Final = URIRef("https://w3id.org/newsgraph/ontology/form-anonymous")

# Event types
#: Somebody says or publishes something as an act that the article treats as news in itself: a speech, an
#: address, a press conference, a comment.
Statement: Final = URIRef("https://w3id.org/newsgraph/ontology/Statement")
#: Two or more sides discuss in order to settle something: negotiations, mediation, consultations, a round of
#: talks.
Talks: Final = URIRef("https://w3id.org/newsgraph/ontology/Talks")
#: People come together, in person or by line: a summit, a session, a conference, a call.
Meeting: Final = URIRef("https://w3id.org/newsgraph/ontology/Meeting")
#: Somebody goes to a place or to somebody, in office or as a guest, and leaves again: a trip, a tour, a stop.
Visit: Final = URIRef("https://w3id.org/newsgraph/ontology/Visit")
#: Somebody puts a plan, offer, draft or suggestion to others.
Proposal: Final = URIRef("https://w3id.org/newsgraph/ontology/Proposal")
#: Two or more sides settle something: a deal, treaty, accord, contract or joint undertaking.
Agreement: Final = URIRef("https://w3id.org/newsgraph/ontology/Agreement")
#: Somebody asks, calls, presses or orders others to do or stop something.
Demand: Final = URIRef("https://w3id.org/newsgraph/ontology/Demand")
#: Somebody declines, rejects, vetoes or will not do what was asked, offered or planned.
Refusal: Final = URIRef("https://w3id.org/newsgraph/ontology/Refusal")
#: Somebody blames or criticises others for a wrong, outside a court.
Accusation: Final = URIRef("https://w3id.org/newsgraph/ontology/Accusation")
#: Somebody tells of harm to come: a threat of what the speaker will do, or an alert to a danger.
Warning: Final = URIRef("https://w3id.org/newsgraph/ontology/Warning")
#: Somebody commits himself to do something: a pledge, vow, guarantee, assurance.
Promise: Final = URIRef("https://w3id.org/newsgraph/ontology/Promise")
#: Somebody backs, praises, endorses or recognises others or their plans, in words.
Support: Final = URIRef("https://w3id.org/newsgraph/ontology/Support")
#: A state or body punishes another by cutting trade, money, travel, aid or relations.
Sanction: Final = URIRef("https://w3id.org/newsgraph/ontology/Sanction")
#: A long armed conflict as a whole, with its sides.
War: Final = URIRef("https://w3id.org/newsgraph/ontology/War")
#: Armed forces carry out a planned action or series of them: an offensive, invasion, incursion, siege,
#: campaign.
MilitaryOperation: Final = URIRef("https://w3id.org/newsgraph/ontology/MilitaryOperation")
#: Somebody uses violence against people or property.
Attack: Final = URIRef("https://w3id.org/newsgraph/ontology/Attack")
#: An attack from the air, by aircraft, helicopter, drone or missile.
Airstrike: Final = URIRef("https://w3id.org/newsgraph/ontology/Airstrike")
#: An attack with explosives on the ground: a bomb, mine, shelling, suicide attack.
Bombing: Final = URIRef("https://w3id.org/newsgraph/ontology/Bombing")
#: Somebody fires small arms at people.
Shooting: Final = URIRef("https://w3id.org/newsgraph/ontology/Shooting")
#: Police or armed men enter a place suddenly, to search, seize, arrest or strike.
Raid: Final = URIRef("https://w3id.org/newsgraph/ontology/Raid")
#: Somebody seizes people unlawfully and holds them: abduction, kidnapping, hijacking.
HostageTaking: Final = URIRef("https://w3id.org/newsgraph/ontology/HostageTaking")
#: Fighting stops, or the sides agree that it shall: a truce, an armistice, a pause in fighting.
CeaseFire: Final = URIRef("https://w3id.org/newsgraph/ontology/CeaseFire")
#: Forces, staff or settlers leave a place they held.
Withdrawal: Final = URIRef("https://w3id.org/newsgraph/ontology/Withdrawal")
#: Forces, police or weapons are sent, moved up or made ready, short of use.
Deployment: Final = URIRef("https://w3id.org/newsgraph/ontology/Deployment")
#: Somebody breaks into, blocks or damages computers or networks on purpose.
Cyberattack: Final = URIRef("https://w3id.org/newsgraph/ontology/Cyberattack")
#: Somebody kills people, by any means and for any reason: murder, execution, deaths in fighting.
Killing: Final = URIRef("https://w3id.org/newsgraph/ontology/Killing")
#: People die.
Death: Final = URIRef("https://w3id.org/newsgraph/ontology/Death")
#: People are hurt or wounded, by whatever cause.
Injury: Final = URIRef("https://w3id.org/newsgraph/ontology/Injury")
#: People must leave their homes: flight, evacuation, expulsion, deportation.
Displacement: Final = URIRef("https://w3id.org/newsgraph/ontology/Displacement")
#: Food, medicine, money, arms or services are given to those in need or to an ally.
AidDelivery: Final = URIRef("https://w3id.org/newsgraph/ontology/AidDelivery")
#: People are saved from danger or captivity by others.
Rescue: Final = URIRef("https://w3id.org/newsgraph/ontology/Rescue")
#: Police, soldiers or border guards seize somebody under a claim of law.
Arrest: Final = URIRef("https://w3id.org/newsgraph/ontology/Arrest")
#: Somebody is held by an authority: custody, jail, imprisonment, house arrest.
Detention: Final = URIRef("https://w3id.org/newsgraph/ontology/Detention")
#: Prisoners, detainees or hostages are let go, or exchanged.
Release: Final = URIRef("https://w3id.org/newsgraph/ontology/Release")
#: An authority, body or newspaper looks into a matter: an inquiry, probe, audit, inspection.
Investigation: Final = URIRef("https://w3id.org/newsgraph/ontology/Investigation")
#: A matter is before a court: a lawsuit, trial, hearing, appeal, ruling.
CourtCase: Final = URIRef("https://w3id.org/newsgraph/ontology/CourtCase")
#: A prosecutor formally accuses somebody of a crime: an indictment.
Charge: Final = URIRef("https://w3id.org/newsgraph/ontology/Charge")
#: A court finds somebody guilty, or sentences somebody.
Conviction: Final = URIRef("https://w3id.org/newsgraph/ontology/Conviction")
#: An act against the law that has no finer type: theft, fraud, bribery, smuggling, rape.
Crime: Final = URIRef("https://w3id.org/newsgraph/ontology/Crime")
#: People choose holders of office, or the contest for it as a whole: a poll, primary, run-off, referendum.
Election: Final = URIRef("https://w3id.org/newsgraph/ontology/Election")
#: The members of a body decide by votes.
Vote: Final = URIRef("https://w3id.org/newsgraph/ontology/Vote")
#: A law, budget, decree or rule is brought in, passed, signed, changed or repealed.
Legislation: Final = URIRef("https://w3id.org/newsgraph/ontology/Legislation")
#: People act together in public against or for something: a march, rally, sit-in, riot, boycott.
Protest: Final = URIRef("https://w3id.org/newsgraph/ontology/Protest")
#: Workers stop or slow their work to press for something, or are locked out.
LabourStrike: Final = URIRef("https://w3id.org/newsgraph/ontology/LabourStrike")
#: Somebody is given an office or post: named, hired, elected to it, sworn in.
Appointment: Final = URIRef("https://w3id.org/newsgraph/ontology/Appointment")
#: Somebody gives up an office or post, or retires from it.
Resignation: Final = URIRef("https://w3id.org/newsgraph/ontology/Resignation")
#: Somebody is removed from an office or post by others.
Dismissal: Final = URIRef("https://w3id.org/newsgraph/ontology/Dismissal")
#: People or goods travel or are carried from one place to another.
Movement: Final = URIRef("https://w3id.org/newsgraph/ontology/Movement")
#: Harm by mishap: a crash, collision, derailment, fire, collapse, spill, breakdown.
Accident: Final = URIRef("https://w3id.org/newsgraph/ontology/Accident")
#: Harm by forces of nature: an earthquake, flood, storm, drought, eruption, wildfire.
Disaster: Final = URIRef("https://w3id.org/newsgraph/ontology/Disaster")
#: Many people go hungry or starve.
Famine: Final = URIRef("https://w3id.org/newsgraph/ontology/Famine")
#: A disease spreads among people, animals or crops.
Outbreak: Final = URIRef("https://w3id.org/newsgraph/ontology/Outbreak")
#: An act or turn of business, markets or public money that has no finer type: prices, profits, loans, rates,
#: launches of products.
EconomicAct: Final = URIRef("https://w3id.org/newsgraph/ontology/EconomicAct")
#: One body or person buys or takes over another, or the two merge.
Acquisition: Final = URIRef("https://w3id.org/newsgraph/ontology/Acquisition")
#: Somebody puts money into a body, project or fund, or raises it.
Investment: Final = URIRef("https://w3id.org/newsgraph/ontology/Investment")
#: Goods or services are bought, sold, ordered, exported or imported.
Trade: Final = URIRef("https://w3id.org/newsgraph/ontology/Trade")
#: An employer ends many jobs for reasons of business.
Layoff: Final = URIRef("https://w3id.org/newsgraph/ontology/Layoff")
#: A body or person cannot pay its debts: insolvency, default, administration.
Bankruptcy: Final = URIRef("https://w3id.org/newsgraph/ontology/Bankruptcy")
#: Sides or people compete by rules: a match, race, tournament, competition.
Contest: Final = URIRef("https://w3id.org/newsgraph/ontology/Contest")
#: Somebody is given a prize, medal, title, grant or other honour.
Award: Final = URIRef("https://w3id.org/newsgraph/ontology/Award")
#: Somebody finds, detects, proves or invents something: a result, species, object, site, cure.
Discovery: Final = URIRef("https://w3id.org/newsgraph/ontology/Discovery")
#: A work is brought out: a book, report, film, record, data set, performance.
Publication: Final = URIRef("https://w3id.org/newsgraph/ontology/Publication")
#: Something is built, opened, restored or torn down by plan.
Construction: Final = URIRef("https://w3id.org/newsgraph/ontology/Construction")

# Roles
#: Who does it, or brings it about on purpose or by neglect.
agent: Final = URIRef("https://w3id.org/newsgraph/ontology/agent")
#: Who or what it is done to: killed, arrested, searched, bought, dismissed.
patient: Final = URIRef("https://w3id.org/newsgraph/ontology/patient")
#: Who is given, told, asked or offered something.
recipient: Final = URIRef("https://w3id.org/newsgraph/ontology/recipient")
#: What talks, proposals, accusations, votes and other acts of speech are about; may be an event.
topic: Final = URIRef("https://w3id.org/newsgraph/ontology/topic")
#: With what it is done: a weapon, a vehicle, a law, money.
instrument: Final = URIRef("https://w3id.org/newsgraph/ontology/instrument")
#: From where somebody or something moves, flees, withdraws or is taken.
origin: Final = URIRef("https://w3id.org/newsgraph/ontology/origin")
#: To where somebody or something moves, is sent or is taken.
destination: Final = URIRef("https://w3id.org/newsgraph/ontology/destination")
#: For whose good, or on whose behalf, it is done.
beneficiary: Final = URIRef("https://w3id.org/newsgraph/ontology/beneficiary")
#: Who or what takes part in an event; from a participation, whoever has the role.
participant: Final = URIRef("https://w3id.org/newsgraph/ontology/participant")

# Event links
#: The event happens because of the other, or in answer to it.
causedBy: Final = URIRef("https://w3id.org/newsgraph/ontology/causedBy")
#: The event is done so that the other may happen.
hasPurpose: Final = URIRef("https://w3id.org/newsgraph/ontology/hasPurpose")
#: The event happens if the other does, or unless it does.
dependsOn: Final = URIRef("https://w3id.org/newsgraph/ontology/dependsOn")
#: The event happens in the other, as a part of it.
subEventOf: Final = URIRef("https://w3id.org/newsgraph/ontology/subEventOf")
#: The event comes after the other.
after: Final = URIRef("https://w3id.org/newsgraph/ontology/after")
#: The event happens while the other goes on, or at the same moment.
during: Final = URIRef("https://w3id.org/newsgraph/ontology/during")

# Factuality
#: It happened, or is happening.
factuality_actual: Final = URIRef("https://w3id.org/newsgraph/ontology/factuality-actual")
#: It is set, scheduled, intended or expected to happen.
factuality_planned: Final = URIRef("https://w3id.org/newsgraph/ontology/factuality-planned")
#: It may, might or could have happened or happen; it is feared, hoped for, rumoured or alleged.
factuality_possible: Final = URIRef("https://w3id.org/newsgraph/ontology/factuality-possible")
#: It depends on something else: if, unless, provided that, in exchange for.
factuality_conditional: Final = URIRef("https://w3id.org/newsgraph/ontology/factuality-conditional")
#: Somebody asks, calls, orders or presses for it.
factuality_demanded: Final = URIRef("https://w3id.org/newsgraph/ontology/factuality-demanded")
#: Somebody commits himself to it, or offers it.
factuality_promised: Final = URIRef("https://w3id.org/newsgraph/ontology/factuality-promised")
#: Somebody says that it did not happen or does not hold, against somebody else's word.
factuality_denied: Final = URIRef("https://w3id.org/newsgraph/ontology/factuality-denied")
#: The text says that it did not, does not or will not happen.
factuality_negated: Final = URIRef("https://w3id.org/newsgraph/ontology/factuality-negated")
#: It is only thought of: a condition that is supposed, a case made up, a course that was not taken.
factuality_hypothetical: Final = URIRef("https://w3id.org/newsgraph/ontology/factuality-hypothetical")

# Kinds of speech
#: The content stands in quotation marks as a whole.
speech_direct: Final = URIRef("https://w3id.org/newsgraph/ontology/speech-direct")
#: The content is reported in the words of the journalist.
speech_indirect: Final = URIRef("https://w3id.org/newsgraph/ontology/speech-indirect")
#: Reported, with some words of the speaker in quotation marks.
speech_mixed: Final = URIRef("https://w3id.org/newsgraph/ontology/speech-mixed")

# Stances
#: Says that it is so; also any neutral saying, telling, adding or explaining.
stance_asserts: Final = URIRef("https://w3id.org/newsgraph/ontology/stance-asserts")
#: Says that it is not so, where somebody else says or may think that it is.
stance_denies: Final = URIRef("https://w3id.org/newsgraph/ontology/stance-denies")
#: Wants somebody to do it, or it to happen: demands, asks, urges, orders, calls for.
stance_demands: Final = URIRef("https://w3id.org/newsgraph/ontology/stance-demands")
#: Says that somebody did wrong: accuses, blames, condemns.
stance_accuses: Final = URIRef("https://w3id.org/newsgraph/ontology/stance-accuses")
#: Will not do or accept it: refuses, rejects, rules out.
stance_refuses: Final = URIRef("https://w3id.org/newsgraph/ontology/stance-refuses")
#: Holds it for unlikely or unsure, without denying it: doubts, questions, is sceptical.
stance_doubts: Final = URIRef("https://w3id.org/newsgraph/ontology/stance-doubts")
#: Commits himself to do it: promises, pledges, vows, guarantees.
stance_promises: Final = URIRef("https://w3id.org/newsgraph/ontology/stance-promises")
#: Says that harm may come, from others or from himself: warns, threatens, cautions.
stance_warns: Final = URIRef("https://w3id.org/newsgraph/ontology/stance-warns")

# Relations
#: The person has an office or post with the body, place or team; the name of the office is the fact's
#: position.
holdsPosition: Final = URIRef("https://w3id.org/newsgraph/ontology/holdsPosition")
#: The person is employed by, or serves, the body or person.
worksFor: Final = URIRef("https://w3id.org/newsgraph/ontology/worksFor")
#: The person, body or country belongs to the body or group as a member.
memberOf: Final = URIRef("https://w3id.org/newsgraph/ontology/memberOf")
#: The person is at the head of the body, group or country: president, chief, chair, commander, captain,
#: director.
leads: Final = URIRef("https://w3id.org/newsgraph/ontology/leads")
#: The person speaks in public for the body or person, by office.
spokespersonFor: Final = URIRef("https://w3id.org/newsgraph/ontology/spokespersonFor")
#: The body is a unit, wing or subsidiary of the other body.
partOf: Final = URIRef("https://w3id.org/newsgraph/ontology/partOf")
#: The place or facility lies within the other place.
locatedIn: Final = URIRef("https://w3id.org/newsgraph/ontology/locatedIn")
#: The person or body has its seat or home in the place.
basedIn: Final = URIRef("https://w3id.org/newsgraph/ontology/basedIn")
#: The person has the nationality of the country, or is called by it.
citizenOf: Final = URIRef("https://w3id.org/newsgraph/ontology/citizenOf")
#: The two people are kin, or married.
familyOf: Final = URIRef("https://w3id.org/newsgraph/ontology/familyOf")
#: The person or body holds power over the place, facility or body: governs, occupies, owns or runs it.
controls: Final = URIRef("https://w3id.org/newsgraph/ontology/controls")
#: The body or group has the other as its armed or military wing.
hasArmedWing: Final = URIRef("https://w3id.org/newsgraph/ontology/hasArmedWing")
#: The two stand together, as the text has it: allies, partners in a coalition, one backed by the other.
alliedWith: Final = URIRef("https://w3id.org/newsgraph/ontology/alliedWith")
#: The first stands against the other, as the text has it: its opponent, rival, enemy or critic.
opposes: Final = URIRef("https://w3id.org/newsgraph/ontology/opposes")

# Statuses
#: It holds, or is told as if it did.
status_current: Final = URIRef("https://w3id.org/newsgraph/ontology/status-current")
#: It held once and no longer does: former, ex-, late, until last year.
status_former: Final = URIRef("https://w3id.org/newsgraph/ontology/status-former")
#: Somebody says that it holds, and the article does not make it its own: alleged, suspected, self-styled.
status_alleged: Final = URIRef("https://w3id.org/newsgraph/ontology/status-alleged")

# Grains of time
#: A time of the clock with minutes, such as 9.40 a.m.
grain_minute: Final = URIRef("https://w3id.org/newsgraph/ontology/grain-minute")
#: An hour or a part of the day, such as at noon or on Monday night.
grain_hour: Final = URIRef("https://w3id.org/newsgraph/ontology/grain-hour")
#: A day or a row of given days, such as on Tuesday or 3 to 5 May.
grain_day: Final = URIRef("https://w3id.org/newsgraph/ontology/grain-day")
#: A week or several, or a weekend.
grain_week: Final = URIRef("https://w3id.org/newsgraph/ontology/grain-week")
#: A month or several.
grain_month: Final = URIRef("https://w3id.org/newsgraph/ontology/grain-month")
#: A quarter or half of a year, or a season.
grain_quarter: Final = URIRef("https://w3id.org/newsgraph/ontology/grain-quarter")
#: A year or several.
grain_year: Final = URIRef("https://w3id.org/newsgraph/ontology/grain-year")
#: Ten years, such as the 1990s.
grain_decade: Final = URIRef("https://w3id.org/newsgraph/ontology/grain-decade")
#: A hundred years or more.
grain_century: Final = URIRef("https://w3id.org/newsgraph/ontology/grain-century")
#: No unit at all, such as recently, now or in the future.
grain_vague: Final = URIRef("https://w3id.org/newsgraph/ontology/grain-vague")

# Reasons of merges
#: Both articles have the full name, but for case, accents and the like.
reason_same_name: Final = URIRef("https://w3id.org/newsgraph/ontology/reason-same-name")
#: One article has a shorter name, an acronym or a surname, that only this entity goes by.
reason_short_name: Final = URIRef("https://w3id.org/newsgraph/ontology/reason-short-name")
#: Both names are the same place of the gazetteer.
reason_same_location: Final = URIRef("https://w3id.org/newsgraph/ontology/reason-same-location")
#: Both articles tell of the same office, body, nationality or kin of the entity.
reason_same_office: Final = URIRef("https://w3id.org/newsgraph/ontology/reason-same-office")
#: Both events have the same type.
reason_same_type: Final = URIRef("https://w3id.org/newsgraph/ontology/reason-same-type")
#: The events have types by which articles may call one event, such as attack and raid.
reason_kindred_type: Final = URIRef("https://w3id.org/newsgraph/ontology/reason-kindred-type")
#: Both articles name the event by forms of one word.
reason_same_words: Final = URIRef("https://w3id.org/newsgraph/ontology/reason-same-words")
#: The events share a named participant.
reason_same_participant: Final = URIRef("https://w3id.org/newsgraph/ontology/reason-same-participant")
#: The events have participants called by one noun, or by names of which one holds the other.
reason_like_participant: Final = URIRef("https://w3id.org/newsgraph/ontology/reason-like-participant")
#: The events happen in one place, or the one place lies within the other.
reason_same_place: Final = URIRef("https://w3id.org/newsgraph/ontology/reason-same-place")
#: The events fall on one day, as far as the articles give days.
reason_same_day: Final = URIRef("https://w3id.org/newsgraph/ontology/reason-same-day")
#: Both articles give the same number for the event.
reason_same_number: Final = URIRef("https://w3id.org/newsgraph/ontology/reason-same-number")
#: The articles as a whole name the same people, things and doings.
reason_same_story: Final = URIRef("https://w3id.org/newsgraph/ontology/reason-same-story")

# Schemes
#: How a text joins an event to another, read from the first to the second.
scheme_event_link: Final = URIRef("https://w3id.org/newsgraph/ontology/scheme-event-link")
#: What sort of thing happens. The finest type that the words give is used.
scheme_event_type: Final = URIRef("https://w3id.org/newsgraph/ontology/scheme-event-type")
#: How the text presents an event, whoever speaks. It is no judgement on the truth: who says it stands in
#: claims.
scheme_factuality: Final = URIRef("https://w3id.org/newsgraph/ontology/scheme-factuality")
#: How words refer to somebody or something.
scheme_form: Final = URIRef("https://w3id.org/newsgraph/ontology/scheme-form")
#: The finest unit that a time expression gives, from fine to coarse.
scheme_grain: Final = URIRef("https://w3id.org/newsgraph/ontology/scheme-grain")
#: What sort of thing an entity is. Each entity has exactly one kind, the one in which articles mostly use it.
scheme_kind: Final = URIRef("https://w3id.org/newsgraph/ontology/scheme-kind")
#: Why what two articles tell of is taken for one entity or event.
scheme_reason: Final = URIRef("https://w3id.org/newsgraph/ontology/scheme-reason")
#: Lasting relations, read from the subject to the object.
scheme_relation: Final = URIRef("https://w3id.org/newsgraph/ontology/scheme-relation")
#: How an entity or an event takes part in an event. Place and time are properties of their own.
scheme_role: Final = URIRef("https://w3id.org/newsgraph/ontology/scheme-role")
#: How an article renders what somebody says.
scheme_speech: Final = URIRef("https://w3id.org/newsgraph/ontology/scheme-speech")
#: What the speaker does by saying it. Where several fit, the one that the words of saying name.
scheme_stance: Final = URIRef("https://w3id.org/newsgraph/ontology/scheme-stance")
#: Whether a lasting relation holds, as of the day of the article.
scheme_status: Final = URIRef("https://w3id.org/newsgraph/ontology/scheme-status")

# Datatypes and annotations
#: A term of another vocabulary that the graph uses.
borrows: Final = URIRef("https://w3id.org/newsgraph/ontology/borrows")
#: A root, base or event code of the CAMEO scheme, such as 04 or 042.
cameo: Final = URIRef("https://w3id.org/newsgraph/ontology/cameo")
#: The name of a term, or of a scheme, in generated program code, where it does not follow from the local
#: name.
codeName: Final = URIRef("https://w3id.org/newsgraph/ontology/codeName")
#: The closed list of the values of a scheme, in the order in which programs list them.
members: Final = URIRef("https://w3id.org/newsgraph/ontology/members")
#: An event type of the PLOVER scheme, followed by a slash and a mode where one applies, such as
#: CONSULT/visit.
plover: Final = URIRef("https://w3id.org/newsgraph/ontology/plover")
