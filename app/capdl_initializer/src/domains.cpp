// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/boot_info.hpp>

#include <capdl_initializer/context.hpp>
#include <capdl_initializer/target.hpp>
#include <cstring>

namespace capdl_initializer {

namespace {

using sel4::capdl::DomainRecord;
using sel4::capdl::DurationUnit;

constexpr std::uint64_t us_per_second = 1'000'000;

/// A duration in what the kernel counts.
std::uint64_t ticks_of(const Context& context, const DomainRecord& record) {
  if (record.unit == DurationUnit::ticks) return record.duration;
  // The tool has checked that neither of these is too much.
  if (sel4_capdl_target.tick_us != 0) return record.duration / sel4_capdl_target.tick_us;
  if (const std::uint64_t frequency = sel4_capdl_target.ticks_per_second; frequency != 0) {
    const std::uint64_t seconds = record.duration / us_per_second;
    const std::uint64_t us = record.duration % us_per_second;
    return seconds * frequency + (us * frequency + us_per_second / 2) / us_per_second;
  }
  const auto chunk =
      sel4::BootInfo{context.boot_info}.extra().find(sel4::ExtraBootInfoId::x86_tsc_frequency);
  std::uint32_t per_us = 0;
  if (chunk && chunk->size() >= sizeof(per_us)) {
    std::memcpy(&per_us, chunk->data(), sizeof(per_us));
  }
  std::uint64_t ticks = 0;
  if (per_us == 0 || __builtin_mul_overflow(record.duration, std::uint64_t{per_us}, &ticks) ||
      ticks >> 56 != 0) {
    fail("setting the domain schedule", "a duration cannot be expressed in ticks");
  }
  return ticks;
}

}  // namespace

void set_up_domains(const Context& context) {
  Word index = context.image.header().domain_shift;
  for (const DomainRecord& record : context.image.table<DomainRecord>(TableId::domains)) {
    check(context, "setting the domain schedule", no_ref,
          sel4::sys::domain_set_schedule_configure(context.ipc, CPtr{::seL4_CapDomain}, index++,
                                                   static_cast<std::uint8_t>(record.domain),
                                                   ticks_of(context, record)));
  }
}

void start(const Context& context) {
  for (const auto& record : context.image.table<sel4::capdl::TcbRecord>(TableId::tcbs)) {
    if ((record.flags & sel4::capdl::tcb_resume) == 0) continue;
    check(context, "starting the thread", record.slot,
          sel4::sys::tcb_resume(context.ipc, context.slot(record.slot)));
  }
  if (const std::uint32_t first = context.image.header().domain_start;
      first != sel4::capdl::no_start) {
    check(context, "starting the domain schedule", no_ref,
          sel4::sys::domain_set_schedule_set_start(context.ipc, CPtr{::seL4_CapDomain}, first));
  }
}

}  // namespace capdl_initializer
