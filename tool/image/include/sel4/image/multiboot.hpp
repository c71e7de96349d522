// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/image/placement.hpp>

#include <string>

/// Images for x86_64: no loader, the kernel is a multiboot kernel and loads the root task itself.
namespace sel4::image {

/// Puts a 64-bit kernel into the 32-bit ELF container that multiboot boot loaders take. Checks that
/// the first 8 KiB have a multiboot header with a right checksum and that all physical addresses
/// are below 4 GiB. Segments only: symbols stay behind.
[[nodiscard]] Outcome<Bytes> make_multiboot_kernel(const Program& kernel);

/// A GRUB configuration that boots the two files of these names next to it.
[[nodiscard]] std::string grub_config(const std::string& kernel, const std::string& module);

}  // namespace sel4::image
