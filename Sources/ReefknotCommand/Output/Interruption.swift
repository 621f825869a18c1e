import Glibc

/// What happens when the run is told to end: parts of outputs are removed, then it ends by the signal.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  /// Bytes of the stack of the thread that waits, few enough to be had where memory is limited.
  private static let stackSize = 512 << 10

  /// Waits for signals on a thread of its own, where files can be removed like anywhere else. A signal that was ignored
  /// when the run began, such as SIGHUP under nohup, stays so.
  ///
  /// Must be called before other threads are started, which inherit that the signals are left to this one.
  static func watch() {
    var awaited = heeded
    // Safety: the calls read and fill the structures they are given.
    unsafe pthread_sigmask(SIG_BLOCK, &awaited, nil)
    var thread = pthread_t()
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    unsafe pthread_attr_init(attributes)
    unsafe pthread_attr_setstacksize(attributes, stackSize)
    let isRunning =
      unsafe pthread_create(
        &thread, attributes,
        { _ in
          Interruption.wait()
          return nil
        }, nil) == 0
    unsafe pthread_attr_destroy(attributes)
    unsafe attributes.deallocate()
    if isRunning { pthread_detach(thread) }
    // Without a thread to wait for them they end the run at once.
    if !isRunning { unsafe pthread_sigmask(SIG_UNBLOCK, &awaited, nil) }
  }

  private static func wait() {
    // Not all that is blocked: the run may have been started with ignored signals blocked too.
    var awaited = heeded
    var number: Int32 = 0
    // Safety: the calls read and fill what they are given.
    guard unsafe sigwait(&awaited, &number) == 0 else { return }
    ChildProcess.stop()
    OpenOutputs.removeParts()
    signal(number, SIG_DFL)
    unsafe pthread_sigmask(SIG_UNBLOCK, &awaited, nil)
    raise(number)
  }

  /// The signals that are not ignored.
  private static var heeded: sigset_t {
    var set = sigset_t()
    // Safety: the calls fill the structure they are given.
    unsafe sigemptyset(&set)
    for number in signals where !isIgnored(number) { unsafe sigaddset(&set, number) }
    return set
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    // Safety: the call fills the structure it is given.
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
