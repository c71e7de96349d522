// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/elf/file.hpp>

#include <bit>
#include <cstring>

namespace sel4::elf {

static_assert(std::endian::native == std::endian::little, "structures are read as they lie");

namespace {

// The largest alignment that makes sense of a segment: anything above is a broken file, and a
// thread pointer computed with it would be, too.
constexpr std::uint64_t max_alignment = std::uint64_t{1} << 32;

template <class T>
T read(std::span<const std::byte> bytes, std::uint64_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof(T));
  return value;
}

/// Whether [offset, offset + size) lies inside a file of `total` bytes.
bool inside(std::uint64_t offset, std::uint64_t size, std::uint64_t total) {
  return offset <= total && size <= total - offset;
}

/// Whether start + size exceeds the address space. A segment may end at its very top.
bool wraps(std::uint64_t start, std::uint64_t size) {
  return size != 0 && start + (size - 1) < start;
}

std::unexpected<Error> fail(Problem problem, std::uint64_t offset = 0,
                            std::uint32_t index = Error::no_index) {
  return std::unexpected(Error{problem, index, offset});
}

std::optional<Problem> check_ident(const FileHeader& header) {
  constexpr unsigned char magic[4] = {0x7f, 'E', 'L', 'F'};
  if (std::memcmp(header.ident, magic, sizeof(magic)) != 0) return Problem::bad_magic;
  if (header.ident[4] != 2) return Problem::not_64_bit;
  if (header.ident[5] != 1) return Problem::not_little_endian;
  if (header.ident[6] != 1 || header.version != 1) return Problem::bad_version;
  return std::nullopt;
}

std::optional<Problem> check_load(const ProgramHeader& header, std::uint64_t file_size) {
  if (!inside(header.offset, header.file_size, file_size)) return Problem::segment_outside_file;
  if (header.file_size > header.mem_size) return Problem::segment_file_size_above_mem_size;
  // Ends are used as exclusive bounds, so the last address of all must stay free.
  if (wraps(header.vaddr, header.mem_size) || header.vaddr + header.mem_size < header.vaddr) {
    return Problem::segment_address_wraps;
  }
  if (wraps(header.paddr, header.mem_size) || header.paddr + header.mem_size < header.paddr) {
    return Problem::segment_physical_address_wraps;
  }
  if (header.align > 1) {
    if (!std::has_single_bit(header.align) || header.align > max_alignment) {
      return Problem::segment_bad_alignment;
    }
    if (header.vaddr % header.align != header.offset % header.align) {
      return Problem::segment_misaligned;
    }
  }
  return std::nullopt;
}

std::optional<Problem> check_tls(const ProgramHeader& header, std::uint64_t file_size) {
  if (!inside(header.offset, header.file_size, file_size)) return Problem::segment_outside_file;
  if (!std::has_single_bit(header.align) || header.align > max_alignment) {
    return Problem::tls_bad_alignment;
  }
  if (header.file_size > header.mem_size) return Problem::tls_file_size_above_mem_size;
  if (wraps(header.vaddr, header.mem_size)) return Problem::segment_address_wraps;
  return std::nullopt;
}

}  // namespace

void File::LoadIterator::skip() {
  while (index_ < file_->segment_count()) {
    const Segment segment = file_->segment(index_);
    if (segment.type == pt_load && segment.mem_size != 0) return;
    ++index_;
  }
}

std::expected<File, Error> File::parse(std::span<const std::byte> bytes,
                                       std::optional<Machine> machine) {
  if (bytes.size() < sizeof(FileHeader)) return fail(Problem::truncated_header, bytes.size());
  File file;
  file.bytes_ = bytes;
  file.header_ = read<FileHeader>(bytes, 0);
  const FileHeader& header = file.header_;

  if (const auto problem = check_ident(header)) return fail(*problem);
  if (header.type != static_cast<std::uint16_t>(FileType::executable)) {
    return fail(Problem::wrong_type, offsetof(FileHeader, type));
  }
  if (machine && header.machine != static_cast<std::uint16_t>(*machine)) {
    return fail(Problem::wrong_machine, offsetof(FileHeader, machine));
  }
  if (header.program_header_count == 0) {
    return fail(Problem::no_program_headers, offsetof(FileHeader, program_header_count));
  }
  if (header.program_header_count == pn_xnum) {
    return fail(Problem::too_many_program_headers, offsetof(FileHeader, program_header_count));
  }
  if (header.program_header_size != sizeof(ProgramHeader)) {
    return fail(Problem::bad_program_header_size, offsetof(FileHeader, program_header_size));
  }
  const std::uint64_t table_size =
      std::uint64_t{header.program_header_count} * sizeof(ProgramHeader);
  if (!inside(header.program_headers_offset, table_size, bytes.size())) {
    return fail(Problem::program_headers_outside_file,
                offsetof(FileHeader, program_headers_offset));
  }

  bool any_load = false;
  bool entry_found = false;
  std::uint64_t previous_end = 0;
  std::optional<std::uint32_t> tls_index;
  for (std::uint32_t i = 0; i < header.program_header_count; ++i) {
    const std::uint64_t at = header.program_headers_offset + i * sizeof(ProgramHeader);
    const auto segment = read<ProgramHeader>(bytes, at);
    if (segment.type == pt_interp || segment.type == pt_dynamic) {
      return fail(Problem::dynamic_executable, at, i);
    }
    if (segment.type == pt_tls) {
      if (tls_index) return fail(Problem::several_tls_segments, at, i);
      if (const auto problem = check_tls(segment, bytes.size())) return fail(*problem, at, i);
      tls_index = i;
    }
    if (segment.type != pt_load) continue;
    if (const auto problem = check_load(segment, bytes.size())) return fail(*problem, at, i);
    if (segment.mem_size == 0) continue;
    if (any_load && segment.vaddr < previous_end) {
      return fail(Problem::segments_overlap_or_unsorted, at, i);
    }
    any_load = true;
    previous_end = segment.vaddr + segment.mem_size;
    if (header.entry >= segment.vaddr && header.entry < previous_end) entry_found = true;
  }
  if (!any_load) return fail(Problem::no_loadable_segment, header.program_headers_offset);
  if (!entry_found) return fail(Problem::entry_outside_segments, offsetof(FileHeader, entry));

  if (tls_index) {
    const Segment tls = file.segment(*tls_index);
    bool found = tls.file_size == 0;
    for (const Segment load : file.loads()) {
      if (tls.vaddr >= load.vaddr &&
          inside(tls.vaddr - load.vaddr, tls.file_size, load.file_size) &&
          tls.offset == load.offset + (tls.vaddr - load.vaddr)) {
        found = true;
      }
    }
    if (!found) {
      return fail(Problem::tls_outside_segments,
                  header.program_headers_offset + *tls_index * sizeof(ProgramHeader), *tls_index);
    }
  }

  if (header.section_headers_offset != 0 && header.section_header_count != 0) {
    if (header.section_header_size != sizeof(SectionHeader)) {
      return fail(Problem::bad_section_header_size, offsetof(FileHeader, section_header_size));
    }
    if (!inside(header.section_headers_offset,
                std::uint64_t{header.section_header_count} * sizeof(SectionHeader), bytes.size())) {
      return fail(Problem::section_headers_outside_file,
                  offsetof(FileHeader, section_headers_offset));
    }
  }
  return file;
}

Segment File::segment(std::uint32_t index) const {
  const auto header =
      read<ProgramHeader>(bytes_, header_.program_headers_offset + index * sizeof(ProgramHeader));
  return {.type = header.type,
          .flags = header.flags,
          .offset = header.offset,
          .vaddr = header.vaddr,
          .paddr = header.paddr,
          .file_size = header.file_size,
          .mem_size = header.mem_size,
          .align = header.align,
          .index = index};
}

std::optional<Segment> File::tls() const {
  for (std::uint32_t i = 0; i < segment_count(); ++i) {
    const Segment candidate = segment(i);
    if (candidate.type == pt_tls) return candidate;
  }
  return std::nullopt;
}

Range File::virtual_range() const {
  Range range{~std::uint64_t{0}, 0};
  for (const Segment segment : loads()) {
    if (segment.vaddr < range.start) range.start = segment.vaddr;
    if (segment.vaddr_end() > range.end) range.end = segment.vaddr_end();
  }
  return range;
}

Range File::physical_range() const {
  Range range{~std::uint64_t{0}, 0};
  for (const Segment segment : loads()) {
    if (segment.paddr < range.start) range.start = segment.paddr;
    if (segment.paddr_end() > range.end) range.end = segment.paddr_end();
  }
  return range;
}

std::expected<Symbol, Error> File::find_symbol(std::string_view name) const {
  // parse() checked the table of section headers only if there is one.
  const std::uint32_t count =
      header_.section_headers_offset == 0 ? 0 : header_.section_header_count;
  const auto section_at = [&](std::uint32_t index) {
    return header_.section_headers_offset + index * sizeof(SectionHeader);
  };
  std::uint32_t table_index = 0;
  while (table_index < count &&
         read<SectionHeader>(bytes_, section_at(table_index)).type != sht_symtab) {
    ++table_index;
  }
  if (table_index == count) return fail(Problem::no_symbol_table);
  const std::uint64_t at = section_at(table_index);
  const auto table = read<SectionHeader>(bytes_, at);
  if (table.link >= count || table.entry_size != sizeof(SymbolEntry) ||
      !inside(table.offset, table.size, bytes_.size())) {
    return fail(Problem::symbol_table_broken, at);
  }
  const auto strings = read<SectionHeader>(bytes_, section_at(table.link));
  if (strings.type != sht_strtab || !inside(strings.offset, strings.size, bytes_.size())) {
    return fail(Problem::symbol_table_broken, section_at(table.link));
  }
  std::optional<Symbol> found;
  for (std::uint64_t i = 0; i < table.size / sizeof(SymbolEntry); ++i) {
    const auto entry = read<SymbolEntry>(bytes_, table.offset + i * sizeof(SymbolEntry));
    // The name and its NUL must fit; comparing just these bytes keeps the search linear.
    if (entry.section == 0 || !inside(entry.name, name.size() + 1, strings.size)) continue;
    const std::byte* text = bytes_.data() + strings.offset + entry.name;
    if (std::memcmp(text, name.data(), name.size()) != 0 || text[name.size()] != std::byte{0}) {
      continue;
    }
    if (found) return fail(Problem::symbol_duplicate, table.offset + i * sizeof(SymbolEntry));
    found = Symbol{.value = entry.value, .size = entry.size, .section = entry.section};
  }
  if (!found) return fail(Problem::symbol_missing, at);
  return *found;
}

}  // namespace sel4::elf
