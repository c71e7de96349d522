// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "format.hpp"

namespace {

class Buffer final : public sel4::libc::Output {
 public:
  Buffer(char* to, std::size_t size) noexcept : to_(to), size_(size) {}

  void write(std::string_view text) noexcept override {
    for (const char c : text) {
      if (used_ + 1 < size_) to_[used_++] = c;
    }
  }
  void finish() noexcept {
    if (size_ != 0) to_[used_] = '\0';
  }

 private:
  char* to_;
  std::size_t size_;
  std::size_t used_ = 0;
};

}  // namespace

extern "C" int vsnprintf(char* to, std::size_t size, const char* format,
                         std::va_list arguments) noexcept {
  Buffer buffer(to, size);
  const int count = sel4::libc::format(buffer, format, arguments);
  buffer.finish();
  return count;
}
