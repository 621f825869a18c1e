import Glibc

/// A value that one thread at a time may use.
///
/// Behind it is a POSIX mutex: the thread sanitizer knows these, whereas it takes every use of a value in a
/// `Synchronization.Mutex` for a race.
@safe public final class Guarded<Value: Sendable>: @unchecked Sendable {
  private var value: Value
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  public init(_ value: Value) {
    self.value = value
    // Safety: owned by this object, freed in deinit, and never moved, as POSIX demands.
    unsafe mutex = .allocate(capacity: 1)
    unsafe mutex.initialize(to: pthread_mutex_t())
    let status = unsafe pthread_mutex_init(mutex, nil)
    precondition(status == 0, "A mutex could not be made.")
  }

  deinit {
    // Safety: nobody holds the mutex any more, since nobody has this object.
    unsafe pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  /// Waits until no other thread uses the value, and calls `body` with it; `body` must not ask for it again.
  public func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // Safety: initialized in init; unlocked by the thread that locked it.
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return try body(&value)
  }

  /// Calls `body` with the value, unless another thread uses it. Returns whether it was called.
  public func withLockIfAvailable(_ body: (inout Value) -> Void) -> Bool {
    // Safety: initialized in init; unlocked by the thread that locked it.
    guard unsafe pthread_mutex_trylock(mutex) == 0 else { return false }
    defer { unsafe pthread_mutex_unlock(mutex) }
    body(&value)
    return true
  }
}
