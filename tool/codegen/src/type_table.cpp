// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "type_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sel4::codegen {

namespace {

using namespace std::string_view_literals;

/// Words with names of their own.
constexpr std::array words{"seL4_Word"sv,
                           "seL4_ARM_VMAttributes"sv,
                           "seL4_RISCV_VMAttributes"sv,
                           "seL4_X86_VMAttributes"sv,
                           "seL4_X86_EPT_VMAttributes"sv,
                           "seL4_VCPUReg"sv};

/// Capabilities to objects without an interface of their own. Those with one are found in the
/// interface files.
constexpr std::array capabilities{"seL4_CPtr"sv, "seL4_ARM_IOSpace"sv, "seL4_X64_PML4"sv,
                                  "seL4_X86_IOSpace"sv, "seL4_X86_EPTPML4"sv};

struct Integer {
  std::string_view name;
  std::string_view cpp;
  std::size_t bits;
};

constexpr std::array integers{
    Integer{"seL4_Uint8", "std::uint8_t", 8}, Integer{"seL4_Uint16", "std::uint16_t", 16},
    Integer{"seL4_Uint32", "std::uint32_t", 32}, Integer{"seL4_Uint64", "std::uint64_t", 64},
    Integer{"seL4_Time", "std::uint64_t", 64}};

constexpr std::array errors{std::pair{"seL4_InvalidArgument"sv, "invalid_argument"sv},
                            std::pair{"seL4_InvalidCapability"sv, "invalid_capability"sv},
                            std::pair{"seL4_IllegalOperation"sv, "illegal_operation"sv},
                            std::pair{"seL4_RangeError"sv, "range"sv},
                            std::pair{"seL4_AlignmentError"sv, "alignment"sv},
                            std::pair{"seL4_FailedLookup"sv, "failed_lookup"sv},
                            std::pair{"seL4_TruncatedMessage"sv, "truncated_message"sv},
                            std::pair{"seL4_DeleteFirst"sv, "delete_first"sv},
                            std::pair{"seL4_RevokeFirst"sv, "revoke_first"sv},
                            std::pair{"seL4_NotEnoughMemory"sv, "not_enough_memory"sv}};

template <class List>
bool contains(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

}  // namespace

void TypeTable::add_capability(const std::string& name) {
  own_.emplace(name, Type{TypeKind::capability, "CPtr", word_bits_});
}

bool TypeTable::add_structure(const std::string& name, std::size_t members) {
  return own_.emplace(name, Type{TypeKind::structure, "::" + name, 0, members}).second;
}

std::optional<Type> TypeTable::find(std::string_view name) const {
  if (name == "seL4_Bool") return Type{TypeKind::boolean, "bool", 1};
  if (contains(words, name)) return Type{TypeKind::integer, "Word", word_bits_};
  if (contains(capabilities, name)) return Type{TypeKind::capability, "CPtr", word_bits_};
  for (const Integer& integer : integers) {
    if (integer.name == name)
      return Type{TypeKind::integer, std::string(integer.cpp), integer.bits};
  }
  if (const auto found = own_.find(name); found != own_.end()) return found->second;
  // The C type of a bitfield block ends in _t.
  if (name.ends_with("_t")) {
    for (const Block& block : bitfields_.blocks) {
      if (block.name == name.substr(0, name.size() - 2) && block.words == 1) {
        return Type{TypeKind::bitfield, block.cpp, word_bits_};
      }
    }
  }
  return std::nullopt;
}

std::optional<std::string_view> error_enumerator(std::string_view name) noexcept {
  for (const auto& [original, enumerator] : errors) {
    if (original == name) return enumerator;
  }
  return std::nullopt;
}

}  // namespace sel4::codegen
