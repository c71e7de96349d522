// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "model.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sel4::codegen {

/// A tagged union as it is written, before its members are looked up.
struct UnionText {
  struct Member {
    std::string block;
    std::vector<std::int64_t> values;
    Place place;
  };

  std::string name;
  std::vector<std::string> tag_fields;
  std::vector<Member> members;
  Place place;
};

/// Completes a block of `total` bits whose fields' offsets count from the top: turns them into bit
/// offsets from word 0, checks that no field lies in two words and that names are unique, also
/// among `known`, and puts the fields in `order` unless that is empty. Throws InputError.
void finish_block(Block& block, std::size_t total, const std::vector<std::string>& order,
                  const Bitfields& known);

/// Looks up the members of a union among the blocks of `bitfields`, checks that they agree in size
/// and in the place of their tags, and adds the union. Throws InputError.
void resolve_union(const UnionText& text, Bitfields& bitfields);

}  // namespace sel4::codegen
