// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/sentinel.hpp>

namespace sel4::run {

namespace {

constexpr char soh = 0x01;
constexpr char eot = 0x04;
constexpr char ack = 0x06;
constexpr char dle = 0x10;
constexpr char nak = 0x15;

}  // namespace

std::optional<Sentinel> line_sentinel(std::string_view line) noexcept {
  while (line.ends_with(' ')) line.remove_suffix(1);
  if (line == pass_line) return Sentinel::pass;
  if (line == fail_line) return Sentinel::fail;
  return std::nullopt;
}

bool ByteSentinels::is_control(char byte) noexcept {
  return byte == soh || byte == eot || byte == ack || byte == dle || byte == nak;
}

std::optional<Sentinel> ByteSentinels::push(char byte) noexcept {
  if (is_control(byte)) return push_control(byte);
  recent_[position_] = byte;
  position_ = (position_ + 1) % window;
  return std::nullopt;
}

std::optional<Sentinel> ByteSentinels::push_control(char byte) noexcept {
  if (byte == soh) {
    progress_ = 1;
    return std::nullopt;
  }
  if (progress_ == 1 && byte == dle) {
    progress_ = 2;
    return std::nullopt;
  }
  if (progress_ == 2 && (byte == ack || byte == nak)) {
    progress_ = 3;
    candidate_ = byte == ack ? Sentinel::pass : Sentinel::fail;
    return std::nullopt;
  }
  const bool complete = progress_ == 3 && byte == eot;
  progress_ = 0;
  if (complete) return candidate_;
  if (byte == ack && recent_holds("INDICATE_SUCCESS")) return Sentinel::pass;
  if (byte == nak && recent_holds("INDICATE_FAILURE")) return Sentinel::fail;
  return std::nullopt;
}

bool ByteSentinels::recent_holds(std::string_view letters) const noexcept {
  for (std::size_t age = 1; age <= window && !letters.empty(); ++age) {
    const char byte = recent_[(position_ + window - age) % window];
    if (byte == letters.back()) letters.remove_suffix(1);
  }
  return letters.empty();
}

}  // namespace sel4::run
