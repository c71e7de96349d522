// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// A device reaches the memory that is mapped for it, and no other.

#include "edu.hpp"

#include <sel4/test/test.hpp>

// The kernel says so of machines without one, and boots there all the same.
#define SEL4_NEEDS_IOMMU() \
  if (boot_info().raw().numIOPTLevels == 0) SEL4_SKIP("the machine has no IOMMU")

namespace {

using namespace sel4;
using namespace sel4::test;

constexpr Vaddr registers{0x10'0000'0000};
constexpr Vaddr first_page{0x10'0020'0000};
constexpr Word here = 0x10'0000;
constexpr Word elsewhere = 0x50'0000;
constexpr Word bytes = 64;

volatile Word& word_at(Vaddr address) { return *reinterpret_cast<volatile Word*>(address.value()); }

Result<CPtr> new_table() { return allocator().create(Blueprint::of<IoPageTable>()); }

/// A page of memory that this program sees, and a second capability to it for a device.
struct Page {
  explicit Page(Word number) : at(first_page + number * SmallFrame::bytes) {
    const auto frame = make<SmallFrame>();
    map_frame(init_thread::vspace, frame, {at, Rights::rw, VmAttributes::data}, allocator())
        .or_panic("a test cannot map a page");
    for_device = free_slot().copy(frame, {.rights = Rights::all}).or_panic("no copy of a frame");
  }
  Vaddr at;
  SmallFrame for_device{};
};

struct Device {
  Device() {
    edu.open(registers).or_panic("the board has no device for education: -device edu");
    space = edu.io_space(1).or_panic("no I/O space for the device");
  }
  EduDevice edu;
  IoSpace space{};
};
Device& device() {
  static Device instance;
  return instance;
}

/// What the device finds at `address`, by way of a page that it may write.
Word seen_by_device(Word address) {
  static Page answer{0};
  static const bool is_mapped =
      map_io_frame(device().space, answer.for_device, IoAddr{0x90'0000}, Rights::rw, new_table)
          .has_value();
  SEL4_CHECK(is_mapped);
  word_at(answer.at) = 0;
  device().edu.read_memory(address, bytes);
  device().edu.write_memory(0x90'0000, bytes);
  return word_at(answer.at);
}

SEL4_TEST(the_device_is_there) {
  SEL4_NEEDS_IOMMU();
  // Version, and the mark that the device's description gives.
  SEL4_CHECK_EQ(device().edu.identity() & 0xff, 0xedu);
}

SEL4_TEST(mapped_memory_is_read_and_written) {
  SEL4_NEEDS_IOMMU();
  Page page{1};
  word_at(page.at) = 0x1234'5678'9abc'def0;
  SEL4_REQUIRE_OK(
      map_io_frame(device().space, page.for_device, IoAddr{here}, Rights::rw, new_table));
  SEL4_CHECK_EQ(seen_by_device(here), 0x1234'5678'9abc'def0u);
  word_at(page.at) = 0;
  device().edu.write_memory(here, bytes);
  SEL4_CHECK_EQ(word_at(page.at), 0x1234'5678'9abc'def0u);

  const Page other{2};
  SEL4_CHECK_EQ(other.for_device.map_io(device().space, IoAddr{here}, Rights::rw).error(),
                Error::delete_first);
  SEL4_CHECK_EQ(page.for_device.map_io(device().space, IoAddr{elsewhere}, Rights::rw).error(),
                Error::invalid_capability);

  // Without the mapping it is out of the device's reach.
  SEL4_REQUIRE_OK(page.for_device.unmap());
  word_at(page.at) = 1;
  device().edu.write_memory(here, bytes);
  SEL4_CHECK_EQ(word_at(page.at), 1u);
}

SEL4_TEST(what_may_only_be_read_stays_as_it_is) {
  SEL4_NEEDS_IOMMU();
  Page page{3};
  word_at(page.at) = 7;
  SEL4_REQUIRE_OK(
      map_io_frame(device().space, page.for_device, IoAddr{elsewhere}, Rights::read, new_table));
  SEL4_CHECK_EQ(seen_by_device(elsewhere), 7u);
  word_at(page.at) = 8;
  device().edu.write_memory(elsewhere, bytes);
  SEL4_CHECK_EQ(word_at(page.at), 8u);
}

SEL4_TEST(physical_addresses_are_none_of_its_own) {
  SEL4_NEEDS_IOMMU();
  Page page{4};
  const auto paddr = page.for_device.get_address();
  SEL4_REQUIRE_OK(paddr);
  word_at(page.at) = 9;
  device().edu.write_memory(paddr->value(), bytes);
  SEL4_CHECK_EQ(word_at(page.at), 9u);
}

SEL4_TEST(a_table_is_mapped_once) {
  SEL4_NEEDS_IOMMU();
  const auto table = make<IoPageTable>();
  SEL4_CHECK_OK(table.map(device().space, IoAddr{0x4000'0000}));
  SEL4_CHECK_EQ(table.map(device().space, IoAddr{0x8000'0000}).error(), Error::invalid_capability);
  SEL4_CHECK_OK(table.unmap());
}

}  // namespace
