// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/line_reader.hpp>

#include <utility>

namespace sel4::run {

bool LineReader::push(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  if (byte == '\n') {
    escape_ = Escape::none;
    last_ = std::exchange(current_, {});
    return true;
  }
  if (value == 0x1b) {
    escape_ = Escape::start;
    return false;
  }
  if (escape_ == Escape::start) {
    escape_ = byte == '[' ? Escape::sequence : Escape::none;
    return false;
  }
  if (escape_ == Escape::sequence) {
    if (value >= 0x40 && value <= 0x7e) escape_ = Escape::none;
    return false;
  }
  if (byte == '\t')
    byte = ' ';
  else if (value < 0x20 || value == 0x7f)
    return false;
  current_.push_back(byte);
  if (current_.size() < limit) return false;
  last_ = std::exchange(current_, {});
  return true;
}

bool LineReader::finish() {
  if (current_.empty()) return false;
  last_ = std::exchange(current_, {});
  return true;
}

}  // namespace sel4::run
