// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/model.hpp>
#include <sel4/capdl/target_info.hpp>
#include <sel4/elf/file.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace capdl_test {

using namespace sel4::capdl;

/// One thread of a composed system.
struct ThreadOptions {
  std::string name;
  ObjectId vspace = 0;
  ObjectId cnode = 0;
  std::uint8_t cnode_guard_bits = 0;
  std::uint64_t entry = 0;
  std::uint64_t core = 0;
  std::uint8_t priority = 100;
  std::vector<std::uint64_t> arguments{};
  /// Further capabilities.
  std::vector<SlotEntry> slots{};
};

/// What a system runs on: the kernel, and where programs have a UART to print through, if they need
/// one.
struct Target : TargetInfo {
  std::optional<std::uint64_t> uart{};
};

/// Puts systems for tests together.
class Composer {
 public:
  explicit Composer(const Target& target) : target_(target), uart_paddr_(target.uart) {}

  /// Adds an object.
  ObjectId add(std::string name, Object object);
  template <class T>
  T& get(ObjectId id) {
    return std::get<T>(spec_.objects[id].object);
  }

  ObjectId cnode(const std::string& name, std::uint8_t size_bits);
  void put(ObjectId cnode, SlotIndex slot, Cap cap);

  /// Adds the root of a VSpace.
  ObjectId vspace(const std::string& name);
  /// Maps a frame, with the tables that this needs.
  void map(ObjectId vspace, std::uint64_t address, cap::Frame frame);
  /// Adds a frame of 4 KiB and maps it.
  ObjectId map_new(ObjectId vspace, std::uint64_t address, const std::string& name, bool writable,
                   std::vector<FillEntry> init = {});
  /// Maps a program, whose file is called `file` in fills, and the UART for it.
  void load(ObjectId vspace, const std::string& file, const sel4::elf::File& elf);
  /// Adds a thread with a stack of 4 KiB, an IPC buffer and, with MCS, a scheduling context.
  ObjectId thread(const ThreadOptions& options);

  [[nodiscard]] const TargetInfo& target() const { return target_; }
  [[nodiscard]] Spec& spec() { return spec_; }
  /// The system with all objects as root objects but those of covers.
  [[nodiscard]] Spec finish();

 private:
  struct TableKey {
    ObjectId root;
    unsigned depth;
    std::uint64_t base;
    auto operator<=>(const TableKey&) const = default;
  };
  ObjectId table(ObjectId root, unsigned depth, std::uint64_t address);

  TargetInfo target_;
  std::optional<std::uint64_t> uart_paddr_;
  std::optional<ObjectId> uart_{};
  Spec spec_;
  std::map<TableKey, ObjectId> tables_;
  std::map<ObjectId, std::uint64_t> next_thread_;
};

}  // namespace capdl_test
