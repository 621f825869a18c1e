/// Texts whose letters are replaced, so that what is not translated stands out.
public enum MaskedText {
  /// The text with one letter for all of A to Z.
  public static func masked(_ text: String) -> String {
    String(text.map { $0.isASCII && $0.isLetter ? "ж" : $0 })
  }
}
