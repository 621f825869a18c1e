import Testing

@testable import Importing

struct SlugTests {
  @Test(arguments: [
    ("Kiez eG", "kiez-eg"), ("Bühne", "buehne"), ("  Hof   Nord! ", "hof-nord"), ("Straße & Söhne", "strasse-soehne"),
    ("Crème brûlée", "creme-brulee"), ("Mom's", "moms"), ("Ω Фест 5", "ω-фест-5"), ("…", ""), ("U\u{308}ber", "ueber"),
  ])
  func `names become ids`(name: String, id: String) { #expect(Slug.of(name) == id) }
}
