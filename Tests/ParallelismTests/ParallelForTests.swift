import Parallelism
import Synchronization
import Testing

struct ParallelForTests {
  @Test(arguments: [1, 2, 8], [0, 1, 7, 1000])
  func `every work item runs once`(threads: Int, count: Int) {
    let runs = Mutex([Int](repeating: 0, count: count))
    parallelFor(count, threads: threads) { item in runs.withLock { $0[item] += 1 } }
    #expect(runs.withLock { $0.allSatisfy { $0 == 1 } })
  }

  @Test(arguments: [1, 2, 8], [0, 1, 7, 1000])
  func `the workers' states together hold every item once`(threads: Int, count: Int) {
    let states = parallelFold(count, threads: threads) {
      [Int]()
    } _: { state, item in
      state.append(item)
    }
    #expect(states.count >= 1 && states.count <= max(1, threads))
    #expect(states.flatMap { $0 }.sorted() == Array(0..<count))
  }

  @Test func `one thread runs the items in order`() {
    let order = Mutex<[Int]>([])
    parallelFor(50, threads: 1) { item in order.withLock { $0.append(item) } }
    #expect(order.withLock { $0 } == Array(0..<50))
  }
}
