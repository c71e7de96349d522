// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/frame.hpp>

namespace sel4 {

template <class Ipc>
class BasicTeraPage : public SizedFrameOf<BasicTeraPage, arch::kind::tera_page, Ipc> {
 public:
  using SizedFrameOf<BasicTeraPage, arch::kind::tera_page, Ipc>::SizedFrameOf;
};

/// The manual's names of the frames on RISC-V.
using Page4K = SmallPage;
using MegaPage = LargePage;
using GigaPage = HugePage;
/// A frame of 512 GiB. Only on kernels with more than three levels of page tables.
using TeraPage = BasicTeraPage<sys::ThreadIpc>;

}  // namespace sel4
