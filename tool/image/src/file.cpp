// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/image/file.hpp>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace sel4::image {

namespace {

std::unexpected<Error> fail_errno(const std::string& path, const char* what) {
  return fail(path, {}, std::string(what) + ": " + std::strerror(errno));
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

Outcome<Bytes> read_file(const std::string& path, std::size_t limit) {
  struct stat status{};
  if (stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    return fail(path, {}, "this is no regular file", "give a file");
  }
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (!file) return fail_errno(path, "cannot be opened");
  Bytes bytes;
  std::byte buffer[65536];
  for (;;) {
    const std::size_t count = std::fread(buffer, 1, sizeof(buffer), file.get());
    bytes.insert(bytes.end(), buffer, buffer + count);
    if (bytes.size() > limit) {
      return fail(path, {}, "larger than " + std::to_string(limit) + " bytes",
                  "check that this is the right file");
    }
    if (count < sizeof(buffer)) break;
  }
  if (std::ferror(file.get()) != 0) return fail_errno(path, "cannot be read");
  return bytes;
}

Outcome<> write_file(const std::string& path, std::span<const std::byte> bytes) {
  // Replacing a device or a directory by renaming would surprise.
  struct stat status{};
  if (stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    return fail(path, {}, "exists and is no regular file", "choose another output");
  }
  const std::string temporary = path + ".tmp" + std::to_string(getpid());
  const int descriptor = open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) return fail_errno(temporary, "cannot be created");
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = write(descriptor, bytes.data() + done, bytes.size() - done);
    if (count < 0) {
      if (errno == EINTR) continue;
      auto error = fail_errno(temporary, "cannot be written");
      close(descriptor);
      unlink(temporary.c_str());
      return error;
    }
    done += static_cast<std::size_t>(count);
  }
  if (close(descriptor) != 0 || std::rename(temporary.c_str(), path.c_str()) != 0) {
    auto error = fail_errno(path, "cannot be written");
    unlink(temporary.c_str());
    return error;
  }
  return {};
}

std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace sel4::image
