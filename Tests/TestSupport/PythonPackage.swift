/// Python's packages that tests hold us against, where they are installed.
public enum PythonPackage {
  /// Whether Python finds a package.
  public static func isInstalled(_ name: String) -> Bool {
    do { return try Shell.run("python3 -c 'import \(name)'", in: Repository.root).status == 0 } catch { return false }
  }
}
