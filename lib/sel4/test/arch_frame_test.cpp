// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "arch_labels.hpp"

#include <sel4/asid.hpp>
#include <sel4/cnode.hpp>
#include <sel4/fake/kernel.hpp>
#include <sel4/frame.hpp>
#include <sel4/mapper.hpp>
#include <sel4/translation_table.hpp>

#include <doctest/doctest.h>
#include <vector>

namespace sel4 {
namespace {

using Words = std::vector<Word>;

constexpr SmallPage page{CPtr{20}};
constexpr VSpace vspace{CPtr{21}};
constexpr PageTable table{CPtr{22}};

TEST_CASE("a frame is mapped with address, rights and attributes") {
  fake::Kernel kernel;
  kernel.expect({.label = labels::page_map(),
                 .service = CPtr{20},
                 .words = Words{0x40'0000, Rights::rw.raw().words()[0], VmAttributes::data.raw()},
                 .caps = Words{21}});
  CHECK(page.map(vspace, Vaddr{0x40'0000}, Rights::rw, VmAttributes::data).has_value());
}

TEST_CASE("a frame is unmapped and asked for its address") {
  fake::Kernel kernel;
  kernel.expect({.label = labels::page_unmap(), .service = CPtr{20}, .words = Words{}});
  kernel.expect({.label = labels::page_get_address(), .service = CPtr{20}},
                {.words = Words{0x8000'1000}});
  kernel.expect({.label = labels::page_get_address()}, {.error = Error::illegal_operation});
  CHECK(page.unmap().has_value());
  CHECK(page.get_address().value() == Paddr{0x8000'1000});
  CHECK(page.get_address().error() == Error::illegal_operation);
}

TEST_CASE("a page table is mapped and unmapped") {
  fake::Kernel kernel;
  kernel.expect({.label = labels::page_table_map(),
                 .service = CPtr{22},
                 .words = Words{0x40'0000, VmAttributes::standard.raw()},
                 .caps = Words{21}});
  kernel.expect({.label = labels::page_table_unmap(), .service = CPtr{22}},
                {.error = Error::revoke_first});
  CHECK(table.map(vspace, Vaddr{0x40'0000}, VmAttributes::standard).has_value());
  CHECK(table.unmap().error() == Error::revoke_first);
}

TEST_CASE("an ASID pool is made and assigns") {
  fake::Kernel kernel;
  kernel.expect({.label = labels::asid_control_make_pool(),
                 .service = CPtr{5},
                 .words = Words{30, 64},
                 .caps = Words{23, 2}});
  kernel.expect({.label = labels::asid_pool_assign(), .service = CPtr{30}, .caps = Words{21}});
  const CNode cspace{CPtr{2}};
  const auto pool = AsidControl{CPtr{5}}.make_pool(Untyped{CPtr{23}}, cspace.slot(30));
  CHECK(pool.value().assign(vspace).has_value());
}

TEST_CASE("map_frame() asks for the frame first, and for a table when one is missing") {
  fake::Kernel kernel;
  kernel.expect({.label = labels::page_map(), .service = CPtr{20}},
                {.error = Error::failed_lookup});
  kernel.expect({.label = labels::page_table_map(),
                 .service = CPtr{40},
                 .words = Words{0x40'0000, VmAttributes::standard.raw()},
                 .caps = Words{21}});
  kernel.expect({.label = labels::page_map(), .service = CPtr{20}});
  Words kinds;
  const auto source = [&](const TranslationLevel& level) -> Result<CPtr> {
    kinds.push_back(level.kind.object_type);
    return CPtr{40};
  };
  CHECK(
      map_frame(vspace, page,
                {.vaddr = Vaddr{0x40'0000}, .rights = Rights::rw, .attributes = VmAttributes::data},
                source)
          .has_value());
  CHECK(kinds == Words{arch::kind::page_table.object_type});
}

TEST_CASE("a frame of a size that no table has entries for is refused without a call") {
  fake::Kernel kernel;
  const auto source = [](const TranslationLevel&) -> Result<CPtr> { return CPtr{40}; };
  CHECK(map_frame_of_size(
            vspace, Frame{page}, 13,
            {.vaddr = Vaddr{0x40'0000}, .rights = Rights::rw, .attributes = VmAttributes::data},
            source)
            .error() == Error::range);
  CHECK(kernel.messages().empty());
}

static_assert(std::is_convertible_v<SmallPage, Frame>);
static_assert(!std::is_convertible_v<Frame, SmallPage>);
static_assert(!std::is_convertible_v<LargePage, SmallPage>);
static_assert(!std::is_convertible_v<PageTable, VSpace>);
static_assert(SmallPage::size_bits == seL4_PageBits && LargePage::size_bits == seL4_LargePageBits);

}  // namespace
}  // namespace sel4
