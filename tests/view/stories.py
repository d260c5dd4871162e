"""Made-up news: one small dataset to reason about, one of about eighty nodes to look at, and any number of nodes."""

import random

from tests.view.newsroom import Newsroom

# fmt: off
#: kind, name, aliases
CAST = {
    "premier": ("Person", "Ottoline Marsh", ("Marsh", "Prime Minister Marsh")),
    "envoy": ("Person", "Tobias Renn", ("Renn",)),
    "general": ("Person", "Ilya Korvat", ("General Korvat", "Korvat")),
    "leader": ("Person", "Sanne Vook", ("Vook",)),
    "spokes": ("Person", "Delia Armand", ("Armand",)),
    "mayor": ("Person", "Pietro Lund", ("Mayor Lund",)),
    "doctor": ("Person", "Hana Oyelaran", ("Dr. Oyelaran",)),
    "professor": ("Person", "Emeric Stolz", ("Stolz",)),
    "captain": ("Person", "Jun Abara", ("Abara",)),
    "minister": ("Person", "Lotte Brandvik", ("Brandvik",)),
    "velmora": ("Place", "Velmora", ("the republic",)),
    "karst": ("Place", "Karst Federation", ("Karst", "the federation")),
    "anselm": ("Place", "Port Anselm", ("Anselm",)),
    "tarn": ("Place", "Tarn Valley", ()),
    "lysia": ("Place", "Lysia", ()),
    "isle": ("Place", "Grey Isle", ()),
    "hospital": ("Facility", "St Bride's Hospital", ("St Bride's",)),
    "bridge": ("Facility", "Meridian Bridge", ()),
    "dock": ("Facility", "Dock Nine", ()),
    "army": ("Organization", "Federal Guard of Karst", ("Federal Guard", "FGK")),
    "front": ("Organization", "Harbour Front", ("the Front",)),
    "relief": ("Organization", "Lantern Relief", ("Lantern",)),
    "council": ("Organization", "Velmora Security Council", ("VSC",)),
    "ministry": ("Organization", "Health Ministry of Velmora", ("Health Ministry",)),
    "channel": ("Organization", "Channel Meridian", ()),
    "union": ("Organization", "Dockworkers' Union", ("the union",)),
    "hostages": ("Group", "41 crew members", ()),
    "villagers": ("Group", "residents of Tarn Valley", ("residents",)),
    "observers": ("Group", "neutral observers", ()),
    "velmorans": ("Norp", "Velmorans", ()),
    "report": ("Work", "Stolz report", ()),
}

#: key, type, label, factuality, article, sentence, trigger, roles as "role:who:words", place, days
EVENTS = [
    ("talks", "Talks", "talks in Lysia", "actual", 0, "Talks between Velmora and the Harbour Front in Lysia entered a second week on Monday without a deal.", "Talks", "participant:velmora:Velmora participant:front:Harbour Front", "lysia", "2031-05-05 2031-05-12"),
    ("truce", "CeaseFire", "lasting truce", "demanded", 0, "The Front insists on a lasting truce before any of the 41 crew members go home.", "truce", "agent:front:Front", "isle", ""),
    ("release", "Release", "release of the crew", "conditional", 0, "Under the draft, the Front would free the 41 crew members in exchange for a six-week pause.", "free", "agent:front:Front patient:hostages:41 crew members", "isle", ""),
    ("seizure", "HostageTaking", "seizure of the crew", "actual", 0, "Fighters of the Harbour Front seized 41 crew members of two ferries at Dock Nine on March 2.", "seized", "agent:front:Harbour Front patient:hostages:41 crew members", "dock", "2031-03-02 2031-03-02"),
    ("assault", "Attack", "assault on Grey Isle", "planned", 0, "Prime Minister Marsh said preparations for an assault on Grey Isle were complete.", "assault", "agent:velmora: patient:isle:Grey Isle", "isle", ""),
    ("visit", "Visit", "visit to Port Anselm", "planned", 0, "Renn, the Karst envoy, will visit Port Anselm on Friday after a stop in Lysia.", "visit", "agent:envoy:Renn destination:anselm:Port Anselm origin:lysia:Lysia", "anselm", "2031-05-16 2031-05-16"),
    ("raid", "Raid", "raid on St Bride's Hospital", "actual", 1, "The Federal Guard raided St Bride's Hospital before dawn on Sunday and held it for two days.", "raided", "agent:army:Federal Guard patient:hospital:St Bride's Hospital", "anselm", "2031-05-11 2031-05-13"),
    ("killing", "Killing", "killing of fighters at the hospital", "actual", 1, "General Korvat said his troops had killed about 60 armed men in the wards.", "killed", "agent:army:troops", "hospital", "2031-05-11 2031-05-13"),
    ("execution", "Killing", "killing of patients", "possible", 1, "The Front said dozens of patients had been shot in the corridors.", "shot", "agent:army: patient:velmorans:patients", "hospital", "2031-05-11 2031-05-13"),
    ("wounded", "Injury", "wounding of residents", "actual", 1, "Dr. Oyelaran counted at least 112 wounded residents in the yard of the hospital.", "wounded", "patient:villagers:residents", "hospital", "2031-05-12 2031-05-12"),
    ("arrest", "Arrest", "arrest of 300 people", "actual", 1, "The Guard questioned more than 300 people and arrested 14 of them.", "arrested", "agent:army:Guard", "hospital", "2031-05-12 2031-05-12"),
    ("aid", "AidDelivery", "aid convoy to Tarn Valley", "actual", 1, "A convoy of Lantern Relief reached Tarn Valley on Tuesday with 40 tonnes of flour.", "convoy", "agent:relief:Lantern Relief recipient:villagers: destination:tarn:Tarn Valley", "tarn", "2031-05-13 2031-05-13"),
    ("blockade", "Attack", "attack on the convoy", "denied", 1, "Korvat denied that his troops had fired on the convoy.", "fired on", "agent:army:his troops patient:relief:convoy", "tarn", "2031-05-13 2031-05-13"),
    ("famine", "Famine", "famine in Tarn Valley", "possible", 1, "Experts say a famine may already be under way in Tarn Valley.", "famine", "patient:villagers:", "tarn", ""),
    ("flight", "Displacement", "flight from Tarn Valley", "actual", 1, "Some 90,000 residents have fled Tarn Valley since the winter.", "fled", "agent:villagers:residents origin:tarn:Tarn Valley", "tarn", "2031-01-01 2031-05-13"),
    ("strike", "LabourStrike", "dock strike", "actual", 2, "The Dockworkers' Union called a strike at Dock Nine, the fourth this year.", "strike", "agent:union:Dockworkers' Union", "dock", "2031-05-14 2031-05-14"),
    ("collapse", "Accident", "closure of Meridian Bridge", "actual", 2, "Meridian Bridge was closed after a barge struck a pier on Wednesday.", "closed", "patient:bridge:Meridian Bridge", "anselm", "2031-05-14 2031-05-14"),
    ("repair", "Construction", "repair of Meridian Bridge", "promised", 2, "Mayor Lund promised that the bridge would be repaired within a month.", "repaired", "agent:mayor:Mayor Lund patient:bridge:bridge", "anselm", "2031-06-14 2031-06-14"),
    ("resignation", "Resignation", "resignation of Brandvik", "demanded", 2, "The union demanded the resignation of Transport Minister Lotte Brandvik.", "resignation", "agent:minister:Lotte Brandvik", "velmora", ""),
    ("inquiry", "Investigation", "inquiry into the barge accident", "planned", 2, "The council will open an inquiry next week.", "inquiry", "agent:council:council topic:collapse:", "anselm", "2031-05-19 2031-05-23"),
    ("publication", "Publication", "Stolz report on the harbour", "actual", 2, "The Stolz report, published in April, had warned of exactly this.", "published", "agent:professor:Stolz patient:report:Stolz report", "velmora", "2031-04-01 2031-04-30"),
    ("pullout", "Withdrawal", "withdrawal from Port Anselm", "negated", 0, "The Federal Guard has not withdrawn from Port Anselm.", "withdrawn", "agent:army:Federal Guard origin:anselm:Port Anselm", "anselm", ""),
    ("proposal", "Proposal", "proposal of the Front", "actual", 0, "The Front handed a proposal to Karst mediators on Thursday.", "proposal", "agent:front:Front recipient:karst:Karst mediators topic:release: topic:truce:", "lysia", "2031-05-08 2031-05-08"),
    ("mission", "Deployment", "observer mission", "demanded", 0, "Lysia wants neutral observers to be sent to the strait.", "sent", "agent:lysia:Lysia patient:observers:neutral observers", "isle", ""),
]

#: subject, predicate, object, status, position, article, sentence, words
FACTS = [
    ("premier", "leads", "velmora", "current", "", 0, "Ottoline Marsh, who has led Velmora since 2027, spoke on state television.", "has led Velmora"),
    ("premier", "holdsPosition", "velmora", "current", "prime minister", 0, "Prime Minister Marsh said preparations for an assault on Grey Isle were complete.", "Prime Minister Marsh"),
    ("envoy", "worksFor", "karst", "current", "", 0, "Renn, the Karst envoy, will visit Port Anselm on Friday after a stop in Lysia.", "the Karst envoy"),
    ("general", "leads", "army", "current", "", 1, "General Ilya Korvat, commander of the Federal Guard, spoke to reporters.", "commander of the Federal Guard"),
    ("leader", "leads", "front", "current", "", 0, "Sanne Vook, the leader of the Harbour Front, did not appear.", "the leader of the Harbour Front"),
    ("spokes", "spokespersonFor", "front", "current", "", 1, "Delia Armand, a spokeswoman for the Front, called it a massacre.", "a spokeswoman for the Front"),
    ("mayor", "holdsPosition", "anselm", "current", "mayor", 2, "Pietro Lund, mayor of Port Anselm, walked along the pier.", "mayor of Port Anselm"),
    ("doctor", "worksFor", "hospital", "current", "", 1, "Hana Oyelaran, a surgeon at St Bride's, counted the wounded.", "a surgeon at St Bride's"),
    ("professor", "holdsPosition", "", "former", "harbour commissioner", 2, "Emeric Stolz, a former harbour commissioner, was not surprised.", "a former harbour commissioner"),
    ("professor", "memberOf", "council", "former", "", 2, "He sat on the Velmora Security Council until 2024.", "sat on the Velmora Security Council"),
    ("captain", "memberOf", "front", "alleged", "", 1, "The Guard described Jun Abara as a commander of the Front.", "a commander of the Front"),
    ("captain", "worksFor", "relief", "alleged", "", 1, "Channel Meridian said Abara had run deliveries for Lantern Relief.", "had run deliveries for Lantern Relief"),
    ("minister", "holdsPosition", "velmora", "current", "transport minister", 2, "The union demanded the resignation of Transport Minister Lotte Brandvik.", "Transport Minister Lotte Brandvik"),
    ("army", "partOf", "karst", "current", "", 1, "The Federal Guard, the army of the Karst Federation, has been in the port since March.", "the army of the Karst Federation"),
    ("hospital", "locatedIn", "anselm", "current", "", 1, "St Bride's is the largest hospital in Port Anselm.", "in Port Anselm"),
    ("dock", "locatedIn", "anselm", "current", "", 2, "Dock Nine lies at the southern end of Port Anselm.", "of Port Anselm"),
    ("bridge", "locatedIn", "anselm", "current", "", 2, "The bridge joins both halves of Port Anselm.", "of Port Anselm"),
    ("anselm", "locatedIn", "velmora", "current", "", 0, "Port Anselm, the main harbour of Velmora, has been half empty for weeks.", "the main harbour of Velmora"),
    ("tarn", "locatedIn", "velmora", "current", "", 1, "Tarn Valley is the granary of Velmora.", "of Velmora"),
    ("front", "controls", "isle", "current", "", 0, "The Harbour Front has controlled Grey Isle for nine years.", "controlled Grey Isle"),
    ("ministry", "partOf", "velmora", "current", "", 1, "The Health Ministry of Velmora publishes a count each evening.", "of Velmora"),
]

#: speaker, stance, speech, content, article, sentence, about, cue
CLAIMS = [
    ("premier", "asserts", "indirect", "preparations for an assault on Grey Isle were complete", 0, "Prime Minister Marsh said preparations for an assault on Grey Isle were complete.", "assault isle", "said"),
    ("premier", "refuses", "direct", "We will not leave the strait to them", 0, "“We will not leave the strait to them,” Marsh said on state television.", "truce front", "said"),
    ("leader", "demands", "indirect", "a lasting truce before any of the 41 crew members go home", 0, "The Front insists on a lasting truce before any of the 41 crew members go home.", "truce release", "insists"),
    ("envoy", "doubts", "direct", "This will not end in days; it may end in weeks", 0, "“This will not end in days; it may end in weeks,” Renn said of the talks.", "talks", "said"),
    ("", "warns", "indirect", "an assault would end the talks", 0, "Officials briefed on the talks warned that an assault would end them.", "assault talks", "warned"),
    ("general", "asserts", "indirect", "his troops had killed about 60 armed men in the wards", 1, "General Korvat said his troops had killed about 60 armed men in the wards.", "killing raid", "said"),
    ("spokes", "accuses", "indirect", "dozens of patients had been shot in the corridors", 1, "The Front said dozens of patients had been shot in the corridors.", "execution raid", "said"),
    ("general", "denies", "indirect", "his troops had fired on the convoy", 1, "Korvat denied that his troops had fired on the convoy.", "blockade", "denied"),
    ("relief", "accuses", "direct", "Our trucks came under fire from the ridge", 1, "“Our trucks came under fire from the ridge,” Lantern Relief said in a statement.", "blockade aid", "said in a statement"),
    ("doctor", "asserts", "mixed", "at least 112 wounded residents in the yard", 1, "Dr. Oyelaran counted at least 112 wounded residents in the yard of the hospital.", "wounded hospital", "counted"),
    ("ministry", "asserts", "indirect", "2,310 Velmorans have died since March", 1, "At least 2,310 Velmorans have died since March, according to the Health Ministry.", "killing velmorans", "according to"),
    ("channel", "asserts", "indirect", "Abara had run deliveries for Lantern Relief", 1, "Channel Meridian said Abara had run deliveries for Lantern Relief.", "fact:captain:worksFor", "said"),
    ("army", "accuses", "indirect", "Abara is a commander of the Front", 1, "The Guard described Jun Abara as a commander of the Front.", "fact:captain:memberOf", "described"),
    ("mayor", "promises", "indirect", "the bridge would be repaired within a month", 2, "Mayor Lund promised that the bridge would be repaired within a month.", "repair bridge", "promised"),
    ("union", "demands", "indirect", "the resignation of Transport Minister Lotte Brandvik", 2, "The union demanded the resignation of Transport Minister Lotte Brandvik.", "resignation minister", "demanded"),
    ("minister", "refuses", "direct", "I was elected to finish this work, and I will", 2, "“I was elected to finish this work, and I will,” Brandvik said.", "resignation", "said"),
    ("professor", "warns", "direct", "The next barge will not stop at the pier", 2, "“The next barge will not stop at the pier,” Stolz told Channel Meridian.", "collapse bridge", "told"),
    ("lysia", "demands", "indirect", "neutral observers to be sent to the strait", 0, "Lysia wants neutral observers to be sent to the strait.", "mission", "wants"),
    ("council", "asserts", "indirect", "the Front has not answered", 0, "The Velmora Security Council said the Front has not answered the latest offer.", "proposal front", "said"),
    ("leader", "doubts", "direct", "They want the crew, not the peace", 0, "“They want the crew, not the peace,” Vook said in a recorded message.", "release velmora", "said"),
    ("professor", "asserts", "indirect", "famine may already be under way", 1, "Experts say a famine may already be under way in Tarn Valley.", "famine tarn", "say"),
    ("spokes", "denies", "indirect", "the Front had used the hospital as a store for arms", 1, "Armand denied that the Front had used the hospital as a store for arms.", "hospital front", "denied"),
]

ARTICLES = [
    ("Truce talks in Lysia drag on as Velmora readies an assault", "The Anselm Courier", "2031-05-12", "https://courier.example/truce-talks"),
    ("Two accounts of a night at St Bride's Hospital", "Meridian Daily", "2031-05-13", "https://daily.example/st-brides?a=1&b=2"),
    ("Barge closes Meridian Bridge; dockers walk out", "Harbour Post", "2031-05-15", ""),
]


FIRST = ["Ada", "Bram", "Cleo", "Dov", "Esme", "Finn", "Greta", "Hugo", "Iris", "Jonas", "Kaia", "Lev", "Mira", "Nils", "Orla", "Pax", "Quinn", "Rosa", "Sven", "Thea"]
LAST = ["Aldane", "Brock", "Corvin", "Dahl", "Estry", "Falk", "Garrow", "Hale", "Ivers", "Jarn", "Keld", "Lorne", "Maddox", "Norr", "Oster", "Pell", "Quill", "Roth", "Stane", "Tarr"]
TOWNS = ["Brackwater", "Crownhill", "Dunmarsh", "Eastmere", "Fairholt", "Glenrath", "Highmoor", "Ironbay", "Kingsford", "Larkspur"]
# fmt: on


def harbour() -> Newsroom:
    """Three articles, about eighty nodes."""
    room = Newsroom()
    articles = [room.article(*article) for article in ARTICLES]
    sentences = (
        [(row[4], row[5]) for row in EVENTS]
        + [(row[5], row[6]) for row in FACTS]
        + [(row[4], row[5]) for row in CLAIMS]
    )
    who: dict[str, str] = {}
    for key, (kind, name, aliases) in CAST.items():
        proofs: dict[str, None] = {}
        for place, sentence in sentences:
            found = next((text for text in (name, *aliases, name.split()[-1]) if text in sentence), None)
            if found:
                proofs[room.words(articles[place], sentence, found, method="reader.names")] = None
        who[key] = room.entity(kind, name, proofs, aliases=aliases)
    for key, kind, label, factuality, place, sentence, trigger, roles, where, days in EVENTS:
        parts = [tuple(part.split(":")) for part in _split_roles(roles)]
        who[key] = room.event(
            kind, label, [room.words(articles[place], sentence, trigger, method="events.triggers")],
            factuality=factuality,
            roles=[(role, who[name], room.words(articles[place], sentence, words or trigger)) for role, name, words in parts],
            place=who[where],
            days=(days.split()[0], days.split()[1]) if days else None,
        )  # fmt: skip
    facts: dict[str, str] = {}
    for subject, predicate, target, status, office, place, sentence, words in FACTS:
        facts[f"fact:{subject}:{predicate}"] = room.fact(
            who[subject], predicate, who.get(target, ""), room.words(articles[place], sentence, words, method="relations.titles"),
            status=status, position=office,
        )  # fmt: skip
    for speaker, stance, speech, content, place, sentence, about, cue in CLAIMS:
        words = content if content in sentence else sentence
        room.claim(
            who.get(speaker, ""), stance, content, room.words(articles[place], sentence, words, method="claims.reported"),
            [facts.get(target) or who[target] for target in about.split()], cue=cue, speech=speech,
        )  # fmt: skip
    first = EVENTS[7][5]
    room.quantity(who["killing"], room.words(articles[1], first, "about 60"), 60, 60, "armed men", about=True)
    room.quantity(
        who["wounded"], room.words(articles[1], EVENTS[9][5], "at least 112"), 112, None, "wounded residents"
    )
    room.position(who["anselm"], 48.21, -4.05)
    return room


def _split_roles(roles: str) -> list[str]:
    """Cut at blanks that stand before `role:`; the words of a role may hold blanks."""
    parts: list[str] = []
    for piece in roles.split(" "):
        if piece.count(":") == 2:
            parts.append(piece)
        else:
            parts[-1] += " " + piece
    return parts


DEEDS = (
    ("Meeting", "meeting"),
    ("Attack", "attack"),
    ("Protest", "protest"),
    ("Visit", "visit"),
    ("Arrest", "arrest"),
    ("Talks", "talks"),
)
STATES = ("actual", "actual", "actual", "planned", "denied", "demanded", "possible")
STANCES = ("asserts", "asserts", "denies", "demands", "accuses", "warns", "promises")


def crowd(size: int, seed: int = 1) -> Newsroom:
    """About `size` nodes in town-wide circles, as a week of local papers would give."""
    chance = random.Random(seed)
    room = Newsroom()
    towns = [
        f"{chance.choice(('North ', 'South ', 'Old ', 'New ', ''))}{chance.choice(TOWNS)} {n}"
        for n in range(max(1, size // 40))
    ]
    people: dict[int, list[str]] = {}
    articles = [
        room.article(
            f"The week in {town}",
            f"{town} Gazette",
            f"2031-05-{1 + n % 28:02}",
            f"https://gazette.example/{n}",
        )
        for n, town in enumerate(towns)
    ]
    places = []
    for number, town in enumerate(towns):
        place = room.entity(
            "Place", town, [room.words(articles[number], f"It was a quiet week in {town}.", town)]
        )
        places.append(place)
        people[number] = []
        for index in range(16):
            name = (
                f"{chance.choice(FIRST)} {chance.choice(LAST)}"
                if index < 11
                else f"{town} {chance.choice(('Council', 'Police', 'Union', 'Press', 'School'))}"
            )
            kind = "Person" if index < 11 else "Organization"
            people[number].append(
                room.entity(
                    kind, f"{name}", [room.words(articles[number], f"{name} of {town} was there.", name)]
                )
            )
    for number, town in enumerate(towns):
        for index in range(14):
            kind, noun = chance.choice(DEEDS)
            cast = [
                chance.choice(people[number if chance.random() < 0.93 else chance.randrange(len(towns))])
                for _ in range(3)
            ]
            label = f"{noun} in {town}"
            sentence = f"The {label} was item {index} of the paper."
            proof = room.words(articles[number], sentence, noun)
            event = room.event(
                kind,
                label,
                [proof],
                factuality=chance.choice(STATES),
                place=places[number],
                roles=[("agent", cast[0], proof), ("patient", cast[1], proof)],
                days=(f"2031-05-{index + 1:02}",) * 2,
            )
            if index % 2:
                words = f"the {noun} number {index} will be remembered in {town}"
                said = f"A voice said {words}."
                room.claim(
                    cast[2], chance.choice(STANCES), words, room.words(articles[number], said, words), [event]
                )
        for index in range(6):
            pair = chance.sample(people[number], 2)
            said = f"Readers of {town} know tie {index}."
            room.fact(
                pair[0],
                chance.choice(("leads", "worksFor", "memberOf", "familyOf")),
                pair[1],
                room.words(articles[number], said, "tie"),
                status=chance.choice(("current", "current", "former", "alleged")),
            )
    return room
