import Glibc

/// Whether the system still gives threads.
///
/// Dispatch waits for ever for a thread that it cannot start, as where memory is limited (`ulimit -v`) or processes are.
/// So it is asked for threads only where some could just be started; else the calling thread does all work itself.
package enum ThreadSupply {
  /// Whether memory is limited, so that what could be started once need not be possible later.
  private static let isMemoryLimited = {
    var limit = rlimit()
    // Safety: the call fills the structure it is given.
    return unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 && limit.rlim_cur != rlim_t.max
  }()
  private static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  /// Whether a thread for every core could be started when the first was needed.
  private static let sufficed = canStart(cores - 1)

  /// Whether so many workers can be had, the calling thread among them.
  ///
  /// Asked in earnest once a run, and each time where memory is limited, for some 30 µs.
  package static func has(_ workers: Int) -> Bool {
    isMemoryLimited ? canStart(min(workers, cores) - 1) : sufficed
  }

  /// Whether so many threads can run at once beside those there are.
  private static func canStart(_ count: Int) -> Bool {
    // Safety: the mutex outlives the threads, all of which are waited for; each gets it as its argument.
    let gate = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    unsafe gate.initialize(to: pthread_mutex_t())
    unsafe pthread_mutex_init(gate, nil)
    unsafe pthread_mutex_lock(gate)
    var threads: [pthread_t] = []
    while threads.count < count {
      var thread = pthread_t()
      let status = unsafe pthread_create(
        &thread, nil,
        { argument in
          guard let gate = unsafe argument?.assumingMemoryBound(to: pthread_mutex_t.self) else { return nil }
          unsafe pthread_mutex_lock(gate)
          unsafe pthread_mutex_unlock(gate)
          return nil
        }, gate)
      guard status == 0 else { break }
      threads.append(thread)
    }
    unsafe pthread_mutex_unlock(gate)
    for thread in threads { pthread_join(thread, nil) }
    unsafe pthread_mutex_destroy(gate)
    unsafe gate.deallocate()
    return threads.count >= count
  }
}
