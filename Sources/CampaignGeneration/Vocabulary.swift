/// The words that names are made of. Every name made of them is invented.
enum Vocabulary {
  static let sectors = [
    "food", "media", "culture", "education", "civic", "mobility", "energy", "health", "sports",
    "retail",
  ]
  static let stages = ["producer", "brand", "retailer", "service", "publisher"]
  static let partnerBeginnings = [
    "Linden", "Morgenrot", "Kranich", "Harbor", "Nordlicht", "Alma", "Brücke", "Zimt & Salz",
    "Tandem", "Quelle",
    "Oskar's", "Paloma", "Sternwarte", "Bahnhof", "Ginkgo", "Kompass", "Wiesen", "Falke", "Juniper",
    "Kupfer",
  ]
  static let partnerEndings: [String: [String]] = [
    "food": ["Kitchen", "Bakery", "Imbiss \"Zur Ecke\""],
    "media": ["Radio", "Magazine", "Press, Daily"],
    "culture": ["Theatre", "Cinema", "Gallery"],
    "education": ["School", "Academy", "Library"],
    "civic": ["Initiative", "Association", "Foundation"],
    "mobility": ["Bikes", "Cargo", "Trams"],
    "energy": ["Solar", "Heat", "Power"],
    "health": ["Care", "Pharmacy", "Clinic"],
    "sports": ["Runners", "Rowing Club", "Climbing Hall"],
    "retail": ["Market", "Store", "Goods"],
  ]
  static let campaignNames = [
    "Spring Table", "Summer, together", "Back to \"Campus\"", "Winter Light", "Open Streets",
    "Harvest", "The Long Night",
    "First Steps",
  ]
  static let formats = [
    "article", "recipe", "video", "podcast episode", "co-branding", "couponing", "bundling",
    "workshop", "raffle",
  ]
  static let topics = [
    "ten good mornings", "the neighbourhood map", "what grows here", "behind the counter",
    "a week without waste",
    "songs for the kitchen", "the first hundred days", "repair, don't replace",
    "people of our street",
    "the \"open door\" evening", "a letter to the district", "how we began", "between two stations",
    "Saturday's walk",
    "small steps & large plans", "the long table",
  ]
  static let segments = ["occasional", "regular", "loyal", "student", "family", "b2b"]
  static let givenNames = [
    "Ada", "Aylin", "Ben", "Bożena", "Cem", "Clara", "Dana", "Đức", "Elif", "Emil", "Fatma", "Finn",
    "Greta", "Hans",
    "Ines", "Jan", "Jürgen", "Kasia", "Lan", "Leyla", "Lukas", "Mai", "Marta", "Mehmet", "Mira",
    "Noah", "Olga", "Paweł",
    "Quynh", "Rosa", "Sinan", "Sophie", "Tom", "Uwe", "Vera", "Wiktor", "Yasemin", "Zoë",
  ]
  static let familyNames = [
    "Acker", "Arslan", "Baum", "Çelik", "Dąbrowska", "Demir", "Engel", "Fischer", "Giang", "Grün",
    "Hartmann", "Hoàng",
    "Işık", "Jansen", "Kaya", "Kowalski", "Krüger", "Lehmann", "Lê", "Maier", "Müller", "Nguyễn",
    "Nowak", "O'Brien",
    "Öztürk", "Phạm", "Quandt", "Richter", "Schäfer", "Smith", "Şahin", "Thiele", "Trần", "Ulrich",
    "Vogel", "Weiß",
    "Wójcik", "Yıldız", "Zander",
  ]
  static let organisations = [
    "Hofladen Grün", "Café Anker", "Studio Nord", "Verein Linde e. V.", "Druckerei Kraft & Sohn",
    "Kita \"Regenbogen\"",
    "Praxis am Park", "Weinhandlung, Keller 7", "Atelier Süd", "Fahrradladen Speiche",
  ]
  /// Gestures, which can be answered.
  static let gestures = ["comment", "backlink", "share", "mention", "recommendation"]
}
