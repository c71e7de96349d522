// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "fde_table.hpp"

#include <cstring>
#include <optional>

namespace sel4::cxxrt {

namespace {

// Encodings of pointers (DW_EH_PE_…): the format in the low half, what it is relative to above.
constexpr std::uint8_t format_bits = 0x0f;
constexpr std::uint8_t absolute = 0x00;
constexpr std::uint8_t udata4 = 0x03;
constexpr std::uint8_t relative_to_place_sdata4 = 0x1b;
constexpr std::uint8_t relative_to_table_sdata4 = 0x3b;
constexpr std::uint8_t relation_bits = 0x70;
constexpr std::uint8_t relative_to_place = 0x10;

template <class T>
T read(const std::byte* at) noexcept {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

/// Reads what follows in an entry, piece by piece.
class Cursor {
 public:
  explicit Cursor(const std::byte* at) noexcept : at_(at) {}

  template <class T>
  T next() noexcept {
    const T value = read<T>(at_);
    at_ += sizeof(T);
    return value;
  }
  std::uint64_t next_leb128() noexcept {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = next<std::uint8_t>();
      if (shift < 64) value |= std::uint64_t{byte & 0x7fu} << shift;
      if ((byte & 0x80) == 0) return value;
    }
  }
  /// A pointer's value, without what it is relative to; nothing if the format is none of ELF's.
  std::optional<std::uint64_t> next_number(std::uint8_t encoding) noexcept {
    switch (encoding & format_bits) {
      case 0x02:
        return next<std::uint16_t>();
      case udata4:
        return next<std::uint32_t>();
      case absolute:
      case 0x04:
      case 0x0c:
        return next<std::uint64_t>();
      case 0x0a:
        return static_cast<std::uint64_t>(next<std::int16_t>());
      case 0x0b:
        return static_cast<std::uint64_t>(next<std::int32_t>());
      default:
        return std::nullopt;
    }
  }
  const std::byte* at() const noexcept { return at_; }

 private:
  const std::byte* at_;
};

/// How the entries of this common entry say where their functions are.
std::optional<std::uint8_t> encoding_of_functions(const std::byte* cie) noexcept {
  Cursor cursor(cie + 8);  // length and identifier
  const auto version = cursor.next<std::uint8_t>();
  const auto* augmentation = reinterpret_cast<const char*>(cursor.at());
  if (*augmentation != 'z') return absolute;
  while (cursor.next<char>() != '\0') continue;
  cursor.next_leb128();  // code alignment
  cursor.next_leb128();  // data alignment
  if (version == 1) {
    cursor.next<std::uint8_t>();  // return address register
  } else {
    cursor.next_leb128();
  }
  cursor.next_leb128();  // length of what follows
  for (++augmentation; *augmentation != '\0'; ++augmentation) {
    switch (*augmentation) {
      case 'R':
        return cursor.next<std::uint8_t>();
      case 'P':
        if (!cursor.next_number(cursor.next<std::uint8_t>())) return std::nullopt;
        break;
      case 'L':
        cursor.next<std::uint8_t>();
        break;
      case 'S':
      case 'B':
        break;
      default:
        return std::nullopt;
    }
  }
  return absolute;
}

}  // namespace

FoundFde find_fde(const std::byte* eh_frame_header, std::uintptr_t pc) noexcept {
  Cursor cursor(eh_frame_header);
  if (cursor.next<std::uint8_t>() != 1) return {};
  const bool known = cursor.next<std::uint8_t>() == relative_to_place_sdata4 &&
                     cursor.next<std::uint8_t>() == udata4 &&
                     cursor.next<std::uint8_t>() == relative_to_table_sdata4;
  if (!known) return {};
  cursor.next<std::int32_t>();  // where .eh_frame is
  const auto count = cursor.next<std::uint32_t>();
  const std::byte* const table = cursor.at();
  // Of each entry: where the function begins, and its description, from the header on.
  const auto base = reinterpret_cast<std::uintptr_t>(eh_frame_header);
  const auto begin_of = [&](std::size_t i) {
    return base + static_cast<std::uintptr_t>(read<std::int32_t>(table + 8 * i));
  };
  // The last one that begins at pc or before.
  std::size_t low = 0;
  std::size_t high = count;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (begin_of(middle) <= pc) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == 0) return {};
  const std::byte* const fde = eh_frame_header + read<std::int32_t>(table + 8 * (low - 1) + 4);
  const std::byte* const cie = fde + 4 - read<std::int32_t>(fde + 4);
  const auto encoding = encoding_of_functions(cie);
  if (!encoding) return {};
  Cursor function(fde + 8);
  const auto place = reinterpret_cast<std::uintptr_t>(function.at());
  const auto begin = function.next_number(*encoding);
  const auto size = function.next_number(*encoding & format_bits);
  if (!begin || !size) return {};
  const std::uintptr_t first =
      *begin + ((*encoding & relation_bits) == relative_to_place ? place : 0);
  if (pc - first >= *size) return {};
  return {fde, first};
}

}  // namespace sel4::cxxrt
