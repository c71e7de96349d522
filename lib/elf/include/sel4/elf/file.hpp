// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/elf/format.hpp>

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string_view>

namespace sel4::elf {

/// What is wrong with a file; message() gives the sentence.
enum class Problem : std::uint8_t {
  truncated_header,
  bad_magic,
  not_64_bit,
  not_little_endian,
  bad_version,
  wrong_type,
  wrong_machine,
  bad_program_header_size,
  too_many_program_headers,
  no_program_headers,
  program_headers_outside_file,
  segment_outside_file,
  segment_file_size_above_mem_size,
  segment_address_wraps,
  segment_physical_address_wraps,
  segment_bad_alignment,
  segment_misaligned,
  segments_overlap_or_unsorted,
  no_loadable_segment,
  dynamic_executable,
  tls_bad_alignment,
  tls_file_size_above_mem_size,
  tls_outside_segments,
  several_tls_segments,
  entry_outside_segments,
  bad_section_header_size,
  section_headers_outside_file,
  no_symbol_table,
  symbol_table_broken,
  symbol_missing,
  symbol_duplicate,
};

/// The sentence for a problem, without a full stop.
[[nodiscard]] std::string_view message(Problem problem);

/// Where in the file a problem is.
struct Error {
  /// For `index`: the problem is in no program header.
  static constexpr std::uint32_t no_index = ~std::uint32_t{0};

  /// What is wrong.
  Problem problem;
  /// Number of the program header concerned, or no_index.
  std::uint32_t index = no_index;
  /// File offset of the field or structure concerned.
  std::uint64_t offset = 0;

  friend bool operator==(const Error&, const Error&) = default;
};

/// A program header whose ranges have been checked.
struct Segment {
  /// One of pt_load, pt_tls... or a type that is not named here.
  std::uint32_t type;
  /// Of pf_read, pf_write, pf_execute.
  std::uint32_t flags;
  /// Where its bytes are in the file.
  std::uint64_t offset;
  /// Where the program sees it.
  std::uint64_t vaddr;
  /// Where it is to be loaded.
  std::uint64_t paddr;
  /// Bytes that come from the file, at most mem_size.
  std::uint64_t file_size;
  /// Bytes that it takes in memory; those beyond file_size are zeros.
  std::uint64_t mem_size;
  /// A power of two with which `offset` and `vaddr` agree; 0 and 1 mean none.
  std::uint64_t align;
  /// Position in the program header table.
  std::uint32_t index;

  /// Whether the program may write to it.
  [[nodiscard]] bool writable() const { return (flags & pf_write) != 0; }
  /// Whether it holds code.
  [[nodiscard]] bool executable() const { return (flags & pf_execute) != 0; }
  /// One past the last byte; cannot wrap in a checked segment.
  [[nodiscard]] std::uint64_t vaddr_end() const { return vaddr + mem_size; }
  /// One past the last byte at the load address.
  [[nodiscard]] std::uint64_t paddr_end() const { return paddr + mem_size; }
};

/// What a symbol stands for.
struct Symbol {
  /// Its address, for code and variables.
  std::uint64_t value;
  /// In bytes; 0 if the file does not say.
  std::uint64_t size;
  /// Section it is defined in.
  std::uint16_t section;
};

/// A half-open range of addresses.
struct Range {
  /// The first address.
  std::uint64_t start;
  /// One past the last.
  std::uint64_t end;

  friend bool operator==(const Range&, const Range&) = default;
};

/// A statically linked little-endian ELF64 executable in memory that the caller keeps alive.
///
/// parse() checks everything that the other members rely on, so that these cannot fail on hostile
/// bytes; its time is linear in the number of program headers. No heap, no exceptions.
class File {
 public:
  /// Checks `bytes`.
  ///
  /// `machine`: the only one accepted, or any if absent.
  /// Refuses other classes, byte orders and types, dynamic executables (PT_INTERP, PT_DYNAMIC),
  /// tables and segments outside the file, addresses that wrap, loadable segments that overlap or
  /// are not in ascending order, alignments that are no power of two or do not agree with the
  /// offset, a thread-local template outside the loadable segments, an entry point outside them.
  [[nodiscard]] static std::expected<File, Error> parse(std::span<const std::byte> bytes,
                                                        std::optional<Machine> machine = {});

  /// What it runs on; the one that parse() was asked for, if any.
  [[nodiscard]] Machine machine() const { return static_cast<Machine>(header_.machine); }
  /// Virtual address of the first instruction, inside a loadable segment.
  [[nodiscard]] std::uint64_t entry() const { return header_.entry; }
  /// Processor-specific (e_flags), as the file has them.
  [[nodiscard]] std::uint32_t flags() const { return header_.flags; }
  /// The whole file, as given to parse().
  [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

  /// The number of program headers of every type.
  [[nodiscard]] std::uint32_t segment_count() const { return header_.program_header_count; }

  /// Program header `index` < segment_count(). Only loadable and thread-local ones were checked.
  [[nodiscard]] Segment segment(std::uint32_t index) const;

  /// The file bytes of a loadable segment of this file.
  [[nodiscard]] std::span<const std::byte> data(const Segment& segment) const {
    return bytes_.subspan(static_cast<std::size_t>(segment.offset),
                          static_cast<std::size_t>(segment.file_size));
  }

  /// Iterates the loadable segments that occupy memory, in ascending address order.
  class LoadIterator {
   public:
    /// What the loop variable is.
    using value_type = Segment;
    /// For the standard's iterator concepts.
    using difference_type = std::ptrdiff_t;

    LoadIterator() = default;
    /// At program header `index`, or the next one after it that is loadable and not empty. `file`
    /// must outlive it.
    LoadIterator(const File* file, std::uint32_t index) : file_(file), index_(index) { skip(); }

    /// The segment, by value. Not at the end.
    [[nodiscard]] Segment operator*() const { return file_->segment(index_); }
    /// To the next loadable segment that occupies memory.
    LoadIterator& operator++() {
      ++index_;
      skip();
      return *this;
    }
    /// The same; returns where it was.
    LoadIterator operator++(int) {
      LoadIterator old = *this;
      ++*this;
      return old;
    }
    friend bool operator==(const LoadIterator& a, const LoadIterator& b) {
      return a.index_ == b.index_;
    }

   private:
    void skip();

    const File* file_ = nullptr;
    std::uint32_t index_ = 0;
  };

  /// The range of LoadIterator, for range-based loops.
  struct Loads {
    /// Whose segments; must outlive the range.
    const File* file;
    /// At the first of them.
    [[nodiscard]] LoadIterator begin() const { return {file, 0}; }
    /// Behind the last of them.
    [[nodiscard]] LoadIterator end() const { return {file, file->segment_count()}; }
  };

  /// The loadable segments; there is at least one.
  [[nodiscard]] Loads loads() const { return {this}; }

  /// The thread-local storage template, if the file has one.
  [[nodiscard]] std::optional<Segment> tls() const;

  /// From the lowest to the highest virtual address of the loadable segments.
  [[nodiscard]] Range virtual_range() const;

  /// From the lowest to the highest physical address of the loadable segments.
  [[nodiscard]] Range physical_range() const;

  /// Finds the defined symbol `name` of the full symbol table (.symtab); linear time.
  ///
  /// no_symbol_table: stripped. symbol_missing: not there or undefined. symbol_duplicate: defined
  /// more than once. symbol_table_broken: a section of the table lies outside the file.
  [[nodiscard]] std::expected<Symbol, Error> find_symbol(std::string_view name) const;

 private:
  File() = default;

  std::span<const std::byte> bytes_;
  FileHeader header_{};
};

}  // namespace sel4::elf
