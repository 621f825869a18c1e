import FileReading
import Foundation
import TestSupport
import Testing

struct ByteSourceTests {
  private func pipe(_ folder: TemporaryFolder) -> String {
    let path = "\(folder.path)/pipe"
    // Safety: the path is a string that lives during the call.
    #expect(unsafe mkfifo(path, 0o600) == 0)
    return path
  }

  @Test func `a pipe that nobody writes into gets its sentence`() throws {
    let folder = try TemporaryFolder([:])
    let path = pipe(folder)
    let error = #expect(throws: ReadingError.self) {
      _ = try InputFile(path: path, name: "pipe", patience: .milliseconds(50))
    }
    #expect(error?.description == "\(path): is a pipe that nobody writes into")
  }

  @Test(arguments: [0, 1, 4096, 100_000]) func `what is written into a pipe is read`(count: Int) throws {
    let folder = try TemporaryFolder([:])
    let path = pipe(folder)
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let writer = Thread {
      do {
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        Thread.sleep(forTimeInterval: 0.1)
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
      } catch {
        Issue.record(error)
      }
    }
    writer.start()
    #expect(try InputFile(path: path, name: "pipe").wholeContent(of: "pipe", limit: 1 << 20) == bytes)
  }
}
