/// The public declarations in a module's source text.
///
/// They are found by their place, as swift-format writes Swift: one declaration starts a line, two columns to the right
/// of the type that it is a member of, and a type's closing brace stands in the column where its declaration began.
/// Members of types that are not public are left out, as nobody outside can name them.
struct PublicDeclarations {
  /// A declaration, and the type that it is a member of, such as `Reach.Carrier`; empty at the top level.
  struct Declaration: Hashable {
    var owner: String
    /// Without access level and body, in one line.
    var text: String

    /// The name of a type or function; nil for other declarations.
    var name: String? {
      text.firstMatch(of: /\b(?:struct|class|enum|protocol|actor|func|typealias) (\w+)/).map { String($0.1) }
    }
  }

  /// A type whose members are being read.
  private struct Context {
    var name: String
    var column: Int
    /// Whether members are public without saying so: the cases of an enum, the requirements of a protocol.
    var opens: String?
  }

  /// Sorted by owner, then text.
  private(set) var declarations: [Declaration] = []
  /// Full names of the types that the module declares, and of those among them that are public.
  private var types: Set<String> = []
  private var publicTypes: Set<String> = []
  private var contexts: [Context] = []

  /// - Parameter files: the texts of the module's files.
  init(_ files: [String]) {
    for file in files { read(file) }
    declarations = Set(declarations).filter { declaration in
      let parts = declaration.owner.split(separator: ".")
      return parts.indices.allSatisfy { index in
        let type = parts[...index].joined(separator: ".")
        return !types.contains(type) || publicTypes.contains(type)
      }
    }.sorted { ($0.owner, $0.text) < ($1.owner, $1.text) }
  }

  private mutating func read(_ file: String) {
    contexts = []
    var isText = false
    var lines = file.split(separator: "\n").filter { line in
      // What stands between three quotes is no code, nor is a comment.
      let isWithin = isText
      if line.ranges(of: "\"\"\"").count % 2 == 1 { isText.toggle() }
      return !isWithin && !line.drop { $0 == " " }.hasPrefix("//")
    }[...]
    while let line = lines.popFirst() {
      let column = line.prefix { $0 == " " }.count
      if let last = contexts.last, column == last.column, line.dropFirst(column).hasPrefix("}") {
        contexts.removeLast()
      } else if column == contexts.last.map({ $0.column + 2 }) ?? 0 {
        var code = String(line.dropFirst(column))
        // A declaration goes on in lines that stand further right, up to the one that closes its parentheses.
        while !Self.isClosed(code), let next = lines.popFirst() { code += " " + next.drop { $0 == " " } }
        read(code, column)
      }
    }
  }

  private mutating func read(_ line: String, _ column: Int) {
    let code = line.replacing(/^(?:@\w+(?:\([^)]*\))? )+/, with: "")
    let owner = contexts.map(\.name).joined(separator: ".")
    let isPublic = code.contains(#/^(?:\w+(?:\(set\))? )*?public /#)
    let opens = contexts.last?.opens.map { $0.isEmpty || code.hasPrefix($0) } ?? false
    if isPublic || opens, !code.contains("import ") {
      let text = Self.head(of: code.replacing("public ", with: ""))
      declarations.append(Declaration(owner: owner, text: text.replacing("( ", with: "(").replacing(" )", with: ")")))
    }
    let pattern = /^(?:\w+ )*?(struct|class|enum|protocol|actor|extension) ([\w.]+|\[[\w.]+\])/
    guard let type = code.firstMatch(of: pattern), code.hasSuffix("{") else { return }
    let name = owner.isEmpty ? String(type.2) : "\(owner).\(type.2)"
    if type.1 != "extension" { types.insert(name) }
    if isPublic { publicTypes.insert(name) }
    let kinds = ["protocol": "", "enum": "case "]
    contexts.append(Context(name: String(type.2), column: column, opens: isPublic ? kinds[String(type.1)] : nil))
  }

  /// A declaration without its body and without the value that it starts with.
  private static func head(of code: String) -> String {
    guard !code.hasPrefix("typealias") else { return code }
    var depth = 0
    for index in code.indices {
      if code[index] == "(" { depth += 1 }
      if code[index] == ")" { depth -= 1 }
      let rest = code[index...]
      if depth == 0, rest.hasPrefix(" {") || rest.hasPrefix(" = ") { return String(code[..<index]) }
    }
    return code
  }

  /// Whether every parenthesis that opens in a line of code closes in it too.
  private static func isClosed(_ code: String) -> Bool {
    var depth = 0
    for byte in code.utf8 {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
    }
    return depth <= 0
  }
}
