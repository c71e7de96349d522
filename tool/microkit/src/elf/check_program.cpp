// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/mk/program.hpp>

#include <fmt/format.h>

namespace sel4::mk {

void check_program(const Source& source, const Target& target, const System& system,
                   std::size_t index, const Program& program, Diagnostics& diagnostics) {
  const ProtectionDomain& domain = system.domains[index];
  const Range stack{target.stack_bottom(domain.stack_size), target.stack_top()};
  for (const Program::Segment& segment : program.segments()) {
    const Range exact = segment.range();
    const Range pages{exact.start / small_page * small_page,
                      (exact.end + small_page - 1) / small_page * small_page};
    const std::string what = fmt::format("segment {} of {}", text(exact), program.name());
    if (pages.end > stack.start) {
      const bool buffer = pages.end > target.ipc_buffer();
      diagnostics.error(source, domain.image_span,
                        fmt::format("the {} of '{}' overlaps its {}", what, domain.name,
                                    buffer ? fmt::format("IPC buffer at {:#x}", target.ipc_buffer())
                                           : fmt::format("stack {}", text(stack))),
                        "link the program lower");
      continue;
    }
    for (const Map& map : domain.maps) {
      const Range mapped{map.address, map.address + system.regions[map.region].size};
      if (!mapped.overlaps(pages)) continue;
      diagnostics.error(source, map.span,
                        fmt::format("'{}' {} overlaps the {} in '{}'", map.region_name,
                                    text(mapped), what, domain.name),
                        "map the region elsewhere", {{domain.image_span, "the program"}});
    }
  }
}

}  // namespace sel4::mk
