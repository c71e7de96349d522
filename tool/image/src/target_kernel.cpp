// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "bytes.hpp"

#include <sel4/image/placement.hpp>

#include <cstring>

namespace sel4::image {

Outcome<KernelPlace> check_kernel(const Program& program) {
  const elf::File& file = program.file;
  const Range virt = file.virtual_range();
  const Range phys = file.physical_range();
  for (const elf::Segment segment : file.loads()) {
    if (segment.vaddr - segment.paddr != virt.start - phys.start) {
      return fail(program.name, "program header " + std::to_string(segment.index),
                  "virtual minus physical address differs from that of the lowest segment",
                  "use the kernel.elf that the kernel's build installed");
    }
  }
  if (virt.start % page != 0 || phys.start % page != 0) {
    return fail(program.name, {}, "the kernel does not start at a page boundary",
                "use the kernel.elf that the kernel's build installed");
  }
  if (phys.end > ~std::uint64_t{0} - page || virt.end > ~std::uint64_t{0} - page) {
    return fail(program.name, {}, "the kernel ends in the last page of the address space");
  }
  return KernelPlace{.virt_start = virt.start, .phys = {phys.start, round_up(phys.end, page)}};
}

Outcome<payload::LoaderInfo> check_loader(const Program& loader) {
  constexpr const char* rebuild = "build the kernel loader again";
  const elf::File& file = loader.file;
  const elf::Segment image = *file.loads().begin();
  if (++file.loads().begin() != file.loads().end()) {
    return fail(loader.name, {}, "more than one loadable segment", "this is no kernel loader");
  }
  payload::LoaderInfo info{};
  if (image.file_size < payload::loader_info_offset + sizeof(info)) {
    return fail(loader.name, {}, "too small for a kernel loader");
  }
  std::memcpy(&info, file.data(image).data() + payload::loader_info_offset, sizeof(info));
  if (info.magic != payload::loader_magic) {
    return fail(loader.name, "offset " + hex(image.offset + payload::loader_info_offset),
                "there is no loader description", "give the kernel loader of this project");
  }
  if (info.payload_version != payload::version) {
    return fail(loader.name, {},
                "the loader takes payloads of version " + std::to_string(info.payload_version) +
                    ", this tool writes version " + std::to_string(payload::version),
                rebuild);
  }
  if (info.machine != static_cast<std::uint32_t>(file.machine())) {
    return fail(loader.name, {}, "the loader description is for another machine", rebuild);
  }
  if (image.vaddr != info.link_address || image.paddr != info.link_address ||
      file.entry() != info.link_address || info.link_address % page != 0) {
    return fail(loader.name, {}, "the image does not start with its entry point at a page boundary",
                rebuild);
  }
  if (info.payload_address % page != 0 || info.payload_address < image.vaddr_end() ||
      info.payload_address - info.link_address > 0x1000'0000) {
    return fail(loader.name, {}, "the payload's address is not right behind the image", rebuild);
  }
  return info;
}

}  // namespace sel4::image
