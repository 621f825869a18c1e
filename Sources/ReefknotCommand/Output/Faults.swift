import Glibc

/// What happens when the run breaks off by a fault, of ours or of a library: it says so, removes parts of outputs, and
/// ends with status 70 instead of an abort. Mostly memory ran out, which Swift and Graphviz do not survive.
enum Faults {
  private static let signals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE]

  /// The most parts that are removed.
  private static let slotCount = 64
  /// Paths of parts as C strings, where a handler can read them; set before any is opened.
  private nonisolated(unsafe) static let slots = {
    let slots = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: slotCount)
    unsafe slots.initialize(repeating: nil, count: slotCount)
    return unsafe slots
  }()
  /// Bytes of the stack on which a handler runs, since a stack that overflowed has no room.
  private static let stackSize = 64 << 10

  static func watch() {
    _ = unsafe slots
    // Safety: the stack is never freed; the calls read the structures they are given.
    var stack = unsafe stack_t()
    unsafe stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)
    unsafe stack.ss_size = stackSize
    unsafe sigaltstack(&stack, nil)
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = { _ in Faults.end() }
    action.sa_flags = Int32(SA_ONSTACK) | Int32(bitPattern: UInt32(SA_RESETHAND))
    for number in signals { unsafe sigaction(number, &action, nil) }
  }

  /// Calls nothing but what a handler may call: write, unlink and _exit.
  private static func end() {
    let message: StaticString = "error: the run broke off: memory ran out, or it is a fault of ours\n"
    _ = unsafe Glibc.write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
    for slot in 0..<slotCount { if let part = unsafe slots[slot] { unsafe unlink(part) } }
    _exit(CommandFailure.Status.internalFault.rawValue)
  }

  /// Takes down a part. Only its owner calls this, one call at a time.
  static func add(part: String) {
    for slot in 0..<slotCount where unsafe slots[slot] == nil {
      unsafe slots[slot] = unsafe strdup(part)
      return
    }
  }

  /// Forgets a part. A handler may read it at this very moment, so that its few bytes are not freed.
  static func remove(part: String) {
    for slot in 0..<slotCount {
      if let known = unsafe slots[slot], unsafe strcmp(known, part) == 0 { unsafe slots[slot] = nil }
    }
  }
}
