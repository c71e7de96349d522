// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Runs one stub of libsel4 and ours for the same method with the same arguments, and compares what
// they send and what they make of the answer.

#pragma once

#include <sel4/sys/invoke.hpp>
#include <sel4/sys/ipc.hpp>

#include <array>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace compare {

using sel4::Word;

/// How the fake kernel answers and what arguments the stubs get.
struct Round {
  Word seed;
  Word error;
};

/// Everything about one call that must be equal.
struct Recording {
  std::size_t calls = 0;
  Word service = 0;
  Word info = 0;
  std::vector<Word> words;
  std::vector<Word> caps;
  Word error = 0;
  std::vector<Word> outputs;

  bool operator==(const Recording&) const = default;
};

inline Round round{};
inline Recording recording;
inline sel4::IpcBuffer buffer;
inline int failures = 0;
inline int compared = 0;

/// Argument number `index`; differs in every byte, and fits an enumeration of libsel4.
inline Word argument(Word index) { return (0x0123456789abcdef * (index + 3) + round.seed) >> 1; }

inline Word answer_word(Word index) { return 0x1f2e3d4c5b6a7988 * (index + 1) ^ round.seed; }

template <class T>
T filled(Word index) {
  std::array<Word, sizeof(T) / sizeof(Word)> words{};
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = argument(index) + i;
  T value;
  std::memcpy(&value, words.data(), sizeof value);
  return value;
}

template <class T>
void output(const T& value) {
  if constexpr (std::is_class_v<T>) {
    std::array<Word, sizeof(T) / sizeof(Word)> words{};
    std::memcpy(words.data(), &value, sizeof value);
    recording.outputs.insert(recording.outputs.end(), words.begin(), words.end());
  } else {
    recording.outputs.push_back(static_cast<Word>(value));
  }
}

inline void begin() {
  recording = {};
  // What a stub leaves behind here must not matter.
  std::memset(&buffer, 0xa5, sizeof buffer);
}

/// The kernel's side of a call.
inline sel4::sys::Registers record(Word service, Word info, std::array<Word, 4> registers) {
  const auto tag = sel4::sys::MessageInfo::from_words({info});
  ++recording.calls;
  recording.service = service;
  recording.info = info;
  for (std::size_t i = 0; i < tag.length(); ++i) {
    recording.words.push_back(i < 4 ? registers[i] : buffer.msg[i]);
  }
  for (std::size_t i = 0; i < tag.extra_caps(); ++i) {
    recording.caps.push_back(buffer.caps_or_badges[i]);
  }
  for (std::size_t i = 4; i < seL4_MsgMaxLength; ++i) buffer.msg[i] = answer_word(i);
  const sel4::sys::MessageInfo reply{{.label = round.error}};
  return {0, reply.words()[0], answer_word(0), answer_word(1), answer_word(2), answer_word(3)};
}

inline void print(const char* who, const Recording& r) {
  std::printf("  %s: %zu calls, service %lx, info %lx, error %lx\n", who, r.calls,
              static_cast<unsigned long>(r.service), static_cast<unsigned long>(r.info),
              static_cast<unsigned long>(r.error));
  for (const auto& [name, list] :
       {std::pair{"words", &r.words}, {"caps", &r.caps}, {"outputs", &r.outputs}}) {
    std::printf("    %s:", name);
    for (const Word word : *list) std::printf(" %lx", static_cast<unsigned long>(word));
    std::printf("\n");
  }
}

template <class C, class Cpp>
void check(const char* name, C c, Cpp cpp) {
  begin();
  c();
  const Recording expected = recording;
  begin();
  cpp();
  ++compared;
  if (expected == recording && expected.calls == 1) return;
  ++failures;
  std::printf("%s differs:\n", name);
  print("libsel4", expected);
  print("ours", recording);
}

}  // namespace compare

namespace sel4::sys::arch {

inline Registers trap_send_recv(Word, Registers in, Word) noexcept {
  return compare::record(in.cap, in.info, {in.mr0, in.mr1, in.mr2, in.mr3});
}

}  // namespace sel4::sys::arch
