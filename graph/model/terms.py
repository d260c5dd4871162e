"""The closed vocabularies, one enumeration a scheme. Values are local names of ontology terms.

Generated from `ontology/` by `scripts/generate_vocabulary.py`; do not edit.
"""

from enum import StrEnum


class EntityKind(StrEnum):
    """What sort of thing an entity is.

    Each entity has exactly one kind, the one in which articles mostly use it.
    """

    # One human being, living, dead or fictional, named or not.
    PERSON = "Person"

    # A body of people with a name, a purpose and members that outlives any of them: a government, ministry,
    # party, army, company, agency, court, team, newspaper.
    ORGANIZATION = "Organization"

    # A part of the world with a name: country, region, city, village, river, mountain, sea, continent.
    PLACE = "Place"

    # Something built for a use, at a fixed spot: hospital, airport, bridge, border crossing, camp, prison,
    # stadium, street.
    FACILITY = "Facility"

    # Several people or bodies spoken of together, without being an organization of their own.
    GROUP = "Group"

    # People by nationality, ethnicity, faith or political leaning, or the adjective for it.
    NORP = "Norp"

    # A made thing known by its title: a book, film, song, report, study, broadcast, law, treaty, or a product
    # with a model name.
    WORK = "Work"

    # A named thing of no other kind, such as a ship, a weapon, an animal, a prize, a currency, a language.
    OTHER = "Other"


class MentionForm(StrEnum):
    """How words refer to somebody or something."""

    # By a name, full, short or abbreviated.
    NAME = "name"

    # By a noun that describes: a title, an office, a trade, a group.
    NOMINAL = "nominal"

    # By a pronoun or possessive.
    PRONOUN = "pronoun"

    # By words that keep the name back on purpose.
    ANONYMOUS = "anonymous"


class EventType(StrEnum):
    """What sort of thing happens.

    The finest type that the words give is used.
    """

    # === communication and diplomacy ===

    # Somebody says or publishes something as an act that the article treats as news in itself: a speech, an
    # address, a press conference, a comment.
    STATEMENT = "Statement"

    # Two or more sides discuss in order to settle something: negotiations, mediation, consultations, a round
    # of talks.
    TALKS = "Talks"

    # People come together, in person or by line: a summit, a session, a conference, a call.
    MEETING = "Meeting"

    # Somebody goes to a place or to somebody, in office or as a guest, and leaves again: a trip, a tour, a
    # stop.
    VISIT = "Visit"

    # Somebody puts a plan, offer, draft or suggestion to others.
    PROPOSAL = "Proposal"

    # Two or more sides settle something: a deal, treaty, accord, contract or joint undertaking.
    AGREEMENT = "Agreement"

    # Somebody asks, calls, presses or orders others to do or stop something.
    DEMAND = "Demand"

    # Somebody declines, rejects, vetoes or will not do what was asked, offered or planned.
    REFUSAL = "Refusal"

    # Somebody blames or criticises others for a wrong, outside a court.
    ACCUSATION = "Accusation"

    # Somebody tells of harm to come: a threat of what the speaker will do, or an alert to a danger.
    WARNING = "Warning"

    # Somebody commits himself to do something: a pledge, vow, guarantee, assurance.
    PROMISE = "Promise"

    # Somebody backs, praises, endorses or recognises others or their plans, in words.
    SUPPORT = "Support"

    # A state or body punishes another by cutting trade, money, travel, aid or relations.
    SANCTION = "Sanction"

    # === conflict ===

    # A long armed conflict as a whole, with its sides.
    WAR = "War"

    # Armed forces carry out a planned action or series of them: an offensive, invasion, incursion, siege,
    # campaign.
    MILITARY_OPERATION = "MilitaryOperation"

    # Somebody uses violence against people or property.
    ATTACK = "Attack"

    # An attack from the air, by aircraft, helicopter, drone or missile.
    AIRSTRIKE = "Airstrike"

    # An attack with explosives on the ground: a bomb, mine, shelling, suicide attack.
    BOMBING = "Bombing"

    # Somebody fires small arms at people.
    SHOOTING = "Shooting"

    # Police or armed men enter a place suddenly, to search, seize, arrest or strike.
    RAID = "Raid"

    # Somebody seizes people unlawfully and holds them: abduction, kidnapping, hijacking.
    HOSTAGE_TAKING = "HostageTaking"

    # Fighting stops, or the sides agree that it shall: a truce, an armistice, a pause in fighting.
    CEASEFIRE = "CeaseFire"

    # Forces, staff or settlers leave a place they held.
    WITHDRAWAL = "Withdrawal"

    # Forces, police or weapons are sent, moved up or made ready, short of use.
    DEPLOYMENT = "Deployment"

    # Somebody breaks into, blocks or damages computers or networks on purpose.
    CYBERATTACK = "Cyberattack"

    # === harm and relief ===

    # Somebody kills people, by any means and for any reason: murder, execution, deaths in fighting.
    KILLING = "Killing"

    # People die.
    DEATH = "Death"

    # People are hurt or wounded, by whatever cause.
    INJURY = "Injury"

    # People must leave their homes: flight, evacuation, expulsion, deportation.
    DISPLACEMENT = "Displacement"

    # Food, medicine, money, arms or services are given to those in need or to an ally.
    AID_DELIVERY = "AidDelivery"

    # People are saved from danger or captivity by others.
    RESCUE = "Rescue"

    # === law and order ===

    # Police, soldiers or border guards seize somebody under a claim of law.
    ARREST = "Arrest"

    # Somebody is held by an authority: custody, jail, imprisonment, house arrest.
    DETENTION = "Detention"

    # Prisoners, detainees or hostages are let go, or exchanged.
    RELEASE = "Release"

    # An authority, body or newspaper looks into a matter: an inquiry, probe, audit, inspection.
    INVESTIGATION = "Investigation"

    # A matter is before a court: a lawsuit, trial, hearing, appeal, ruling.
    COURT_CASE = "CourtCase"

    # A prosecutor formally accuses somebody of a crime: an indictment.
    CHARGE = "Charge"

    # A court finds somebody guilty, or sentences somebody.
    CONVICTION = "Conviction"

    # An act against the law that has no finer type: theft, fraud, bribery, smuggling, rape.
    CRIME = "Crime"

    # === politics and society ===

    # People choose holders of office, or the contest for it as a whole: a poll, primary, run-off, referendum.
    ELECTION = "Election"

    # The members of a body decide by votes.
    VOTE = "Vote"

    # A law, budget, decree or rule is brought in, passed, signed, changed or repealed.
    LEGISLATION = "Legislation"

    # People act together in public against or for something: a march, rally, sit-in, riot, boycott.
    PROTEST = "Protest"

    # Workers stop or slow their work to press for something, or are locked out.
    LABOUR_STRIKE = "LabourStrike"

    # Somebody is given an office or post: named, hired, elected to it, sworn in.
    APPOINTMENT = "Appointment"

    # Somebody gives up an office or post, or retires from it.
    RESIGNATION = "Resignation"

    # Somebody is removed from an office or post by others.
    DISMISSAL = "Dismissal"

    # === movement ===

    # People or goods travel or are carried from one place to another.
    MOVEMENT = "Movement"

    # === accidents and nature ===

    # Harm by mishap: a crash, collision, derailment, fire, collapse, spill, breakdown.
    ACCIDENT = "Accident"

    # Harm by forces of nature: an earthquake, flood, storm, drought, eruption, wildfire.
    DISASTER = "Disaster"

    # Many people go hungry or starve.
    FAMINE = "Famine"

    # A disease spreads among people, animals or crops.
    OUTBREAK = "Outbreak"

    # === economic act ===

    # An act or turn of business, markets or public money that has no finer type: prices, profits, loans,
    # rates, launches of products.
    ECONOMIC_ACT = "EconomicAct"

    # One body or person buys or takes over another, or the two merge.
    ACQUISITION = "Acquisition"

    # Somebody puts money into a body, project or fund, or raises it.
    INVESTMENT = "Investment"

    # Goods or services are bought, sold, ordered, exported or imported.
    TRADE = "Trade"

    # An employer ends many jobs for reasons of business.
    LAYOFF = "Layoff"

    # A body or person cannot pay its debts: insolvency, default, administration.
    BANKRUPTCY = "Bankruptcy"

    # === culture, science and sport ===

    # Sides or people compete by rules: a match, race, tournament, competition.
    CONTEST = "Contest"

    # Somebody is given a prize, medal, title, grant or other honour.
    AWARD = "Award"

    # Somebody finds, detects, proves or invents something: a result, species, object, site, cure.
    DISCOVERY = "Discovery"

    # A work is brought out: a book, report, film, record, data set, performance.
    PUBLICATION = "Publication"

    # Something is built, opened, restored or torn down by plan.
    CONSTRUCTION = "Construction"


class Role(StrEnum):
    """How an entity or an event takes part in an event.

    Place and time are properties of their own.
    """

    # Who does it, or brings it about on purpose or by neglect.
    AGENT = "agent"

    # Who or what it is done to: killed, arrested, searched, bought, dismissed.
    PATIENT = "patient"

    # Who is given, told, asked or offered something.
    RECIPIENT = "recipient"

    # What talks, proposals, accusations, votes and other acts of speech are about; may be an event.
    TOPIC = "topic"

    # With what it is done: a weapon, a vehicle, a law, money.
    INSTRUMENT = "instrument"

    # From where somebody or something moves, flees, withdraws or is taken.
    ORIGIN = "origin"

    # To where somebody or something moves, is sent or is taken.
    DESTINATION = "destination"

    # For whose good, or on whose behalf, it is done.
    BENEFICIARY = "beneficiary"

    # Who or what takes part in an event; from a participation, whoever has the role.
    PARTICIPANT = "participant"


class EventRelation(StrEnum):
    """How a text joins an event to another, read from the first to the second."""

    # The event happens because of the other, or in answer to it.
    CAUSED_BY = "causedBy"

    # The event is done so that the other may happen.
    HAS_PURPOSE = "hasPurpose"

    # The event happens if the other does, or unless it does.
    DEPENDS_ON = "dependsOn"

    # The event happens in the other, as a part of it.
    SUB_EVENT_OF = "subEventOf"

    # The event comes after the other.
    AFTER = "after"

    # The event happens while the other goes on, or at the same moment.
    DURING = "during"


class Factuality(StrEnum):
    """How the text presents an event, whoever speaks.

    It is no judgement on the truth: who says it stands in claims.
    """

    # It happened, or is happening.
    ACTUAL = "actual"

    # It is set, scheduled, intended or expected to happen.
    PLANNED = "planned"

    # It may, might or could have happened or happen; it is feared, hoped for, rumoured or alleged.
    POSSIBLE = "possible"

    # It depends on something else: if, unless, provided that, in exchange for.
    CONDITIONAL = "conditional"

    # Somebody asks, calls, orders or presses for it.
    DEMANDED = "demanded"

    # Somebody commits himself to it, or offers it.
    PROMISED = "promised"

    # Somebody says that it did not happen or does not hold, against somebody else's word.
    DENIED = "denied"

    # The text says that it did not, does not or will not happen.
    NEGATED = "negated"

    # It is only thought of: a condition that is supposed, a case made up, a course that was not taken.
    HYPOTHETICAL = "hypothetical"


class SpeechKind(StrEnum):
    """How an article renders what somebody says."""

    # The content stands in quotation marks as a whole.
    DIRECT = "direct"

    # The content is reported in the words of the journalist.
    INDIRECT = "indirect"

    # Reported, with some words of the speaker in quotation marks.
    MIXED = "mixed"


class Stance(StrEnum):
    """What the speaker does by saying it.

    Where several fit, the one that the words of saying name.
    """

    # Says that it is so; also any neutral saying, telling, adding or explaining.
    ASSERTS = "asserts"

    # Says that it is not so, where somebody else says or may think that it is.
    DENIES = "denies"

    # Wants somebody to do it, or it to happen: demands, asks, urges, orders, calls for.
    DEMANDS = "demands"

    # Says that somebody did wrong: accuses, blames, condemns.
    ACCUSES = "accuses"

    # Will not do or accept it: refuses, rejects, rules out.
    REFUSES = "refuses"

    # Holds it for unlikely or unsure, without denying it: doubts, questions, is sceptical.
    DOUBTS = "doubts"

    # Commits himself to do it: promises, pledges, vows, guarantees.
    PROMISES = "promises"

    # Says that harm may come, from others or from himself: warns, threatens, cautions.
    WARNS = "warns"


class RelationType(StrEnum):
    """Lasting relations, read from the subject to the object."""

    # The person has an office or post with the body, place or team; the name of the office is the fact's
    # position.
    HOLDS_POSITION = "holdsPosition"

    # The person is employed by, or serves, the body or person.
    WORKS_FOR = "worksFor"

    # The person, body or country belongs to the body or group as a member.
    MEMBER_OF = "memberOf"

    # The person is at the head of the body, group or country: president, chief, chair, commander, captain,
    # director.
    LEADS = "leads"

    # The person speaks in public for the body or person, by office.
    SPOKESPERSON_FOR = "spokespersonFor"

    # The body is a unit, wing or subsidiary of the other body.
    PART_OF = "partOf"

    # The place or facility lies within the other place.
    LOCATED_IN = "locatedIn"

    # The person or body has its seat or home in the place.
    BASED_IN = "basedIn"

    # The person has the nationality of the country, or is called by it.
    CITIZEN_OF = "citizenOf"

    # The two people are kin, or married.
    FAMILY_OF = "familyOf"

    # The person or body holds power over the place, facility or body: governs, occupies, owns or runs it.
    CONTROLS = "controls"

    # The body or group has the other as its armed or military wing.
    HAS_ARMED_WING = "hasArmedWing"

    # The two stand together, as the text has it: allies, partners in a coalition, one backed by the other.
    ALLIED_WITH = "alliedWith"

    # The first stands against the other, as the text has it: its opponent, rival, enemy or critic.
    OPPOSES = "opposes"


class RelationStatus(StrEnum):
    """Whether a lasting relation holds, as of the day of the article."""

    # It holds, or is told as if it did.
    CURRENT = "current"

    # It held once and no longer does: former, ex-, late, until last year.
    FORMER = "former"

    # Somebody says that it holds, and the article does not make it its own: alleged, suspected, self-styled.
    ALLEGED = "alleged"


class TimeGrain(StrEnum):
    """The finest unit that a time expression gives, from fine to coarse."""

    # A time of the clock with minutes, such as 9.40 a.m.
    MINUTE = "minute"

    # An hour or a part of the day, such as at noon or on Monday night.
    HOUR = "hour"

    # A day or a row of given days, such as on Tuesday or 3 to 5 May.
    DAY = "day"

    # A week or several, or a weekend.
    WEEK = "week"

    # A month or several.
    MONTH = "month"

    # A quarter or half of a year, or a season.
    QUARTER = "quarter"

    # A year or several.
    YEAR = "year"

    # Ten years, such as the 1990s.
    DECADE = "decade"

    # A hundred years or more.
    CENTURY = "century"

    # No unit at all, such as recently, now or in the future.
    VAGUE = "vague"


class MergeReason(StrEnum):
    """Why what two articles tell of is taken for one entity or event."""

    # Both articles have the full name, but for case, accents and the like.
    SAME_NAME = "same-name"

    # One article has a shorter name, an acronym or a surname, that only this entity goes by.
    SHORT_NAME = "short-name"

    # Both names are the same place of the gazetteer.
    SAME_LOCATION = "same-location"

    # Both articles tell of the same office, body, nationality or kin of the entity.
    SAME_OFFICE = "same-office"

    # Both events have the same type.
    SAME_TYPE = "same-type"

    # The events have types by which articles may call one event, such as attack and raid.
    KINDRED_TYPE = "kindred-type"

    # Both articles name the event by forms of one word.
    SAME_WORDS = "same-words"

    # The events share a named participant.
    SAME_PARTICIPANT = "same-participant"

    # The events have participants called by one noun, or by names of which one holds the other.
    LIKE_PARTICIPANT = "like-participant"

    # The events happen in one place, or the one place lies within the other.
    SAME_PLACE = "same-place"

    # The events fall on one day, as far as the articles give days.
    SAME_DAY = "same-day"

    # Both articles give the same number for the event.
    SAME_NUMBER = "same-number"

    # The articles as a whole name the same people, things and doings.
    SAME_STORY = "same-story"
