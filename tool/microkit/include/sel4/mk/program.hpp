// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/elf/file.hpp>
#include <sel4/mk/system.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace sel4::mk {

/// A page of a program as it is when the program starts.
struct ProgramPage {
  std::uint64_t address = 0;
  Permissions permissions;
  /// Where its bytes are that are not zero; empty if all are.
  std::uint32_t first = 0;
  std::vector<std::byte> bytes;
};

/// A program whose variables get values before it runs. Everything about the file is checked when
/// it is read.
class Program {
 public:
  struct Segment {
    std::uint64_t address = 0;
    Permissions permissions;
    std::uint32_t index = 0;
    /// As large as in memory.
    std::vector<std::byte> bytes;

    [[nodiscard]] Range range() const { return {address, address + bytes.size()}; }
  };

  /// Reads the file `path` for `target`; `symbols_path`, unless empty, is the file with the symbols
  /// of a stripped one. Nothing, with errors, if it cannot be used.
  [[nodiscard]] static std::optional<Program> read(const std::string& path,
                                                   const std::string& symbols_path,
                                                   const Target& target, Diagnostics& diagnostics);
  /// The same of bytes.
  [[nodiscard]] static std::optional<Program> parse(const std::string& name,
                                                    std::span<const std::byte> bytes,
                                                    const std::string& symbols_name,
                                                    std::span<const std::byte> symbols,
                                                    const Target& target, Diagnostics& diagnostics);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::uint64_t entry() const { return entry_; }
  [[nodiscard]] const std::vector<Segment>& segments() const { return segments_; }

  /// How many bytes a symbol has; nothing if it is not there or not usable.
  [[nodiscard]] std::optional<std::uint64_t> symbol_size(const std::string& symbol) const;

  /// Writes `bytes` to where `symbol` is. `exact`: it must be just as large. Reports why not.
  bool write(const std::string& symbol, std::span<const std::byte> bytes, bool exact,
             Diagnostics& diagnostics);
  bool write_word(const std::string& symbol, std::uint64_t value, Diagnostics& diagnostics);

  /// The pages of all segments, ascending; where segments share one it allows what either allows.
  [[nodiscard]] std::vector<ProgramPage> pages() const;

 private:
  struct Symbol {
    std::uint64_t address;
    std::uint64_t size;
    std::uint32_t count;
  };

  bool read_symbols(const std::string& name, std::span<const std::byte> bytes,
                    Diagnostics& diagnostics);

  std::string name_;
  std::uint64_t entry_ = 0;
  std::vector<Segment> segments_;
  std::unordered_map<std::string, Symbol> symbols_;
};

/// Checks that a domain's program leaves the addresses of stack, IPC buffer and regions alone.
void check_program(const Source& source, const Target& target, const System& system,
                   std::size_t domain, const Program& program, Diagnostics& diagnostics);

/// Writes into the programs of the domains and of the monitor what they must know of the system.
/// `programs`: one for each domain, and behind them the monitor's.
void patch_programs(const Source& source, const Target& target, const System& system,
                    std::vector<Program>& programs, Diagnostics& diagnostics);

}  // namespace sel4::mk
