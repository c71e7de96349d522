// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "elf_patch.hpp"

#include <sel4/capdl/image.hpp>
#include <sel4/capdl/target.hpp>
#include <sel4/elf/file.hpp>

#include <algorithm>
#include <cstring>

namespace sel4::capdl {

namespace {

using Bytes = std::vector<std::byte>;

constexpr std::uint64_t page = 4096;
// The header's count has 16 bits, and its largest values mean something else.
constexpr std::size_t most_headers = 0xff00;
constexpr std::uint32_t pt_phdr = 6;

std::uint64_t round_up(std::uint64_t value, std::uint64_t unit) {
  return (value + unit - 1) / unit * unit;
}

std::unexpected<Error> bad_elf(const std::string& name, const elf::Error& error) {
  std::string place;
  if (error.index != elf::Error::no_index) {
    place = "program header " + std::to_string(error.index);
  }
  return fail(name, place, std::string(elf::message(error.problem)),
              "give a statically linked ELF executable");
}

/// Adds segments to a copy of a file.
class Patch {
 public:
  Patch(std::span<const std::byte> elf, const elf::File& file)
      : start_(file.virtual_range().start / page * page), end_(file.virtual_range().end) {
    std::memcpy(&header_, elf.data(), sizeof(header_));
    headers_.resize(header_.program_header_count);
    std::memcpy(headers_.data(), elf.data() + header_.program_headers_offset,
                headers_.size() * sizeof(elf::ProgramHeader));
    // What no segment has - symbols, debug information - goes behind what is added: it would
    // otherwise take addresses, and the kernel memory for them.
    tail_start_ = header_.program_headers_offset + headers_.size() * sizeof(elf::ProgramHeader);
    for (const elf::Segment segment : file.loads()) {
      tail_start_ = std::max(tail_start_, segment.offset + segment.file_size);
    }
    const auto cut = elf.begin() + static_cast<std::ptrdiff_t>(tail_start_);
    bytes_.assign(elf.begin(), cut);
    tail_.assign(cut, elf.end());
  }

  [[nodiscard]] std::uint64_t start() const { return start_; }
  [[nodiscard]] std::uint64_t end() const { return end_; }

  /// Puts `data` behind everything, at a page of its own, under two headers; gives its address.
  std::uint64_t add(std::uint32_t type, const Bytes& data) {
    const std::uint64_t address = place(data);
    const elf::ProgramHeader load = header(elf::pt_load, address, data.size(), page);
    headers_.push_back(load);
    elf::ProgramHeader mark = load;
    mark.type = type;
    marks_.push_back(mark);
    return address;
  }

  void write(std::uint64_t offset, const Location& location) {
    std::memcpy(bytes_.data() + offset, &location, sizeof(location));
  }

  /// Writes the headers behind everything, and gives the file.
  Bytes finish() {
    // The table itself is loaded, so one more header is in it.
    const std::size_t count = headers_.size() + marks_.size() + 1;
    Bytes table(count * sizeof(elf::ProgramHeader));
    const std::uint64_t address = place(table);
    const elf::ProgramHeader own = header(elf::pt_load, address, table.size(), page);
    headers_.push_back(own);
    headers_.insert(headers_.end(), marks_.begin(), marks_.end());
    for (elf::ProgramHeader& entry : headers_) {
      if (entry.type == pt_phdr) {
        entry.offset = own.offset;
        entry.vaddr = own.vaddr;
        entry.paddr = own.paddr;
        entry.file_size = own.file_size;
        entry.mem_size = own.mem_size;
      }
    }
    std::memcpy(bytes_.data() + own.offset, headers_.data(), table.size());
    header_.program_headers_offset = own.offset;
    header_.program_header_count = static_cast<std::uint16_t>(count);
    append_tail();
    std::memcpy(bytes_.data(), &header_, sizeof(header_));
    return std::move(bytes_);
  }

  [[nodiscard]] std::size_t header_count() const { return headers_.size() + marks_.size(); }

 private:
  void append_tail() {
    const std::uint64_t moved = round_up(bytes_.size() - tail_start_ % page, page);
    bytes_.resize(tail_start_ + moved);
    bytes_.insert(bytes_.end(), tail_.begin(), tail_.end());
    const std::uint64_t sections = header_.section_headers_offset;
    const std::uint64_t count = header_.section_header_count;
    if (sections < tail_start_ || header_.section_header_size != sizeof(elf::SectionHeader) ||
        sections - tail_start_ > tail_.size() ||
        count * sizeof(elf::SectionHeader) > tail_.size() - (sections - tail_start_)) {
      header_.section_headers_offset = 0;
      header_.section_header_count = 0;
      header_.section_names_index = 0;
      return;
    }
    header_.section_headers_offset += moved;
    for (std::uint64_t i = 0; i < count; ++i) {
      std::byte* const at =
          bytes_.data() + header_.section_headers_offset + i * sizeof(elf::SectionHeader);
      elf::SectionHeader section{};
      std::memcpy(&section, at, sizeof(section));
      if (section.offset >= tail_start_) section.offset += moved;
      std::memcpy(at, &section, sizeof(section));
    }
  }
  std::uint64_t place(const Bytes& data) {
    const std::uint64_t offset =
        round_up(std::max<std::uint64_t>(end_ - start_, bytes_.size()), page);
    const std::uint64_t address = start_ + offset;
    bytes_.resize(offset);
    bytes_.insert(bytes_.end(), data.begin(), data.end());
    end_ = address + data.size();
    return address;
  }
  [[nodiscard]] elf::ProgramHeader header(std::uint32_t type, std::uint64_t address,
                                          std::uint64_t size, std::uint64_t align) const {
    return {.type = type,
            .flags = elf::pf_read,
            .offset = address - start_,
            .vaddr = address,
            .paddr = address,
            .file_size = size,
            .mem_size = size,
            .align = align};
  }

  Bytes bytes_;
  Bytes tail_;
  std::uint64_t tail_start_ = 0;
  std::uint64_t start_;
  std::uint64_t end_;
  elf::FileHeader header_{};
  std::vector<elf::ProgramHeader> headers_;
  std::vector<elf::ProgramHeader> marks_;
};

}  // namespace

Outcome<Bytes> add_image(const std::string& name, std::span<const std::byte> elf,
                         const MadeImage& made, std::uint64_t user_top) {
  const auto file = elf::File::parse(elf);
  if (!file) return bad_elf(name, file.error());
  const std::uint64_t location_offset =
      SEL4_CAPDL_TRY(find_in_file(name, *file, location_symbol, sizeof(Location)));
  Location location{};
  std::memcpy(&location, elf.data() + location_offset, sizeof(location));
  if (location.image_address != 0) {
    return fail(name, {}, "there is a specification in it already",
                "give the initializer as it was built");
  }
  Patch patch{elf, *file};
  if (patch.header_count() + 5 > most_headers) return fail(name, {}, "too many program headers");
  location.program_start = patch.start();
  if (!made.frames.empty()) {
    location.frames_address = patch.add(pt_capdl_frame_data, made.frames);
    location.frames_size = made.frames.size();
  }
  location.image_address = patch.add(pt_capdl_spec, made.image);
  location.image_size = made.image.size();
  Bytes table = patch.finish();
  location.program_end = round_up(patch.end(), page);
  if (location.program_end > user_top) {
    return fail(name, {}, "with the specification it reaches above the addresses of user threads",
                "embed less");
  }
  std::memcpy(table.data() + location_offset, &location, sizeof(location));
  return table;
}

Outcome<Bytes> extract_image(const std::string& name, std::span<const std::byte> bytes) {
  std::uint64_t magic = 0;
  if (bytes.size() >= sizeof(magic)) std::memcpy(&magic, bytes.data(), sizeof(magic));
  if (magic == image_magic) return Bytes(bytes.begin(), bytes.end());
  const auto file = elf::File::parse(bytes);
  if (!file) return bad_elf(name, file.error());
  for (std::uint32_t i = 0; i < file->segment_count(); ++i) {
    const elf::Segment segment = file->segment(i);
    if (segment.type != pt_capdl_spec) continue;
    if (segment.offset > bytes.size() || segment.file_size > bytes.size() - segment.offset) {
      return fail(name, "program header " + std::to_string(i), "reaches beyond the file");
    }
    const auto start = bytes.begin() + static_cast<std::ptrdiff_t>(segment.offset);
    return Bytes(start, start + static_cast<std::ptrdiff_t>(segment.file_size));
  }
  return fail(name, {}, "there is no specification in it", "give what capdl-add-spec has written");
}

}  // namespace sel4::capdl
