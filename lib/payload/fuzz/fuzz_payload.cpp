// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/payload/checksum.hpp>
#include <sel4/payload/head.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

/// Every payload, with its checksum put right so that the fuzzer gets past it, and the promise that
/// the data of an accepted one lies inside.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sel4::payload;
  std::vector<std::uint64_t> words((size + 7) / 8);
  if (size != 0) std::memcpy(words.data(), data, size);
  const auto bytes = std::as_writable_bytes(std::span(words)).first(size);
  if (size >= sizeof(Header)) {
    Header header;
    std::memcpy(&header, bytes.data(), sizeof(header));
    constexpr std::size_t summed = offsetof(Header, payload_size);
    if (header.head_size >= sizeof(Header) && header.head_size <= size) {
      header.head_checksum = checksum(bytes.subspan(summed, header.head_size - summed));
      std::memcpy(bytes.data(), &header, sizeof(header));
    }
  }
  const auto head = Head::parse(bytes);
  if (!head) {
    (void)message(head.error().problem);
    return 0;
  }
  (void)head->check_placement({0x40200000, 0x40300000});
  for (const Region& region : head->regions()) {
    if (region.data_offset == Region::in_place) continue;
    (void)checksum({head->data(region), static_cast<std::size_t>(region.data_size)});
  }
  return 0;
}
