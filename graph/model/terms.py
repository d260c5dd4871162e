"""The closed vocabularies, one enumeration a scheme. Values are local names of ontology terms."""

from enum import StrEnum


class EntityKind(StrEnum):
    PERSON = "Person"
    ORGANIZATION = "Organization"
    PLACE = "Place"
    FACILITY = "Facility"
    GROUP = "Group"
    NORP = "Norp"
    WORK = "Work"
    OTHER = "Other"


class MentionForm(StrEnum):
    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    ANONYMOUS = "anonymous"


class EventType(StrEnum):
    # communication and diplomacy
    STATEMENT = "Statement"
    TALKS = "Talks"
    MEETING = "Meeting"
    VISIT = "Visit"
    PROPOSAL = "Proposal"
    AGREEMENT = "Agreement"
    DEMAND = "Demand"
    REFUSAL = "Refusal"
    ACCUSATION = "Accusation"
    WARNING = "Warning"
    PROMISE = "Promise"
    SUPPORT = "Support"
    SANCTION = "Sanction"
    # conflict
    WAR = "War"
    MILITARY_OPERATION = "MilitaryOperation"
    ATTACK = "Attack"
    AIRSTRIKE = "Airstrike"
    BOMBING = "Bombing"
    SHOOTING = "Shooting"
    RAID = "Raid"
    HOSTAGE_TAKING = "HostageTaking"
    CEASEFIRE = "CeaseFire"
    WITHDRAWAL = "Withdrawal"
    DEPLOYMENT = "Deployment"
    CYBERATTACK = "Cyberattack"
    # harm and relief
    KILLING = "Killing"
    DEATH = "Death"
    INJURY = "Injury"
    DISPLACEMENT = "Displacement"
    AID_DELIVERY = "AidDelivery"
    RESCUE = "Rescue"
    # law and order
    ARREST = "Arrest"
    DETENTION = "Detention"
    RELEASE = "Release"
    INVESTIGATION = "Investigation"
    COURT_CASE = "CourtCase"
    CHARGE = "Charge"
    CONVICTION = "Conviction"
    CRIME = "Crime"
    # politics and society
    ELECTION = "Election"
    VOTE = "Vote"
    LEGISLATION = "Legislation"
    PROTEST = "Protest"
    LABOUR_STRIKE = "LabourStrike"
    APPOINTMENT = "Appointment"
    RESIGNATION = "Resignation"
    DISMISSAL = "Dismissal"
    MOVEMENT = "Movement"
    # accidents and nature
    ACCIDENT = "Accident"
    DISASTER = "Disaster"
    FAMINE = "Famine"
    OUTBREAK = "Outbreak"
    # economy
    ECONOMIC_ACT = "EconomicAct"
    ACQUISITION = "Acquisition"
    INVESTMENT = "Investment"
    TRADE = "Trade"
    LAYOFF = "Layoff"
    BANKRUPTCY = "Bankruptcy"
    # culture, science, sport
    CONTEST = "Contest"
    AWARD = "Award"
    DISCOVERY = "Discovery"
    PUBLICATION = "Publication"
    CONSTRUCTION = "Construction"


class Role(StrEnum):
    AGENT = "agent"
    PATIENT = "patient"
    RECIPIENT = "recipient"
    TOPIC = "topic"
    INSTRUMENT = "instrument"
    ORIGIN = "origin"
    DESTINATION = "destination"
    BENEFICIARY = "beneficiary"
    PARTICIPANT = "participant"


class Factuality(StrEnum):
    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    DEMANDED = "demanded"
    PROMISED = "promised"
    DENIED = "denied"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"


class SpeechKind(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    ASSERTS = "asserts"
    DENIES = "denies"
    DEMANDS = "demands"
    ACCUSES = "accuses"
    REFUSES = "refuses"
    DOUBTS = "doubts"
    PROMISES = "promises"
    WARNS = "warns"


class RelationType(StrEnum):
    HOLDS_POSITION = "holdsPosition"
    WORKS_FOR = "worksFor"
    MEMBER_OF = "memberOf"
    LEADS = "leads"
    SPOKESPERSON_FOR = "spokespersonFor"
    PART_OF = "partOf"
    LOCATED_IN = "locatedIn"
    BASED_IN = "basedIn"
    CITIZEN_OF = "citizenOf"
    FAMILY_OF = "familyOf"
    CONTROLS = "controls"


class RelationStatus(StrEnum):
    CURRENT = "current"
    FORMER = "former"
    ALLEGED = "alleged"


class TimeGrain(StrEnum):
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    VAGUE = "vague"
