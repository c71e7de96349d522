// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/tcb.hpp>

#include <cstdint>

namespace sel4 {

/// A scheduling domain's number; a configuration has config::num_domains of them.
class Domain {
 public:
  /// Unchecked: the kernel refuses a domain that it does not have.
  constexpr explicit Domain(std::uint8_t number) noexcept : number_(number) {}
  /// As the kernel counts, from 0.
  [[nodiscard]] constexpr std::uint8_t number() const noexcept { return number_; }
  friend constexpr bool operator==(Domain, Domain) noexcept = default;

 private:
  std::uint8_t number_;
};

/// One entry of the domain schedule.
struct DomainScheduleEntry {
  /// Where in the schedule, from 0.
  Word index;
  /// Whose threads run; 0 in an end mark.
  Domain domain;
  /// In timer ticks; 0 marks the end of a schedule.
  std::uint64_t duration;
};

/// The right to assign threads to scheduling domains and to set the domain schedule.
template <class Ipc>
class BasicDomainSet : public ObjectOf<BasicDomainSet, Ipc> {
 public:
  using ObjectOf<BasicDomainSet, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "DomainSet";

  /// Moves the thread to the domain. (Manual: Domain Set - Set.)
  /// Errors: invalid_argument: no such domain; invalid_capability, illegal_operation: not a domain
  /// set, or not a thread.
  Result<> set(Domain domain, BasicTcb<sys::ThreadIpc> thread) const noexcept {
    return domain_set_set(this->ipc(), this->cptr(), domain.number(), thread.cptr());
  }

  /// Writes an entry of the schedule. (Manual: Domain Set - ScheduleConfigure.)
  /// Errors: range: no such entry; invalid_argument: no such domain, or a duration that the
  /// schedule does not allow.
  Result<> configure_schedule(DomainScheduleEntry entry) const noexcept {
    return domain_set_schedule_configure(this->ipc(), this->cptr(), entry.index,
                                         entry.domain.number(), entry.duration);
  }

  /// Goes on with the schedule that begins at entry `index`. (Manual: Domain Set -
  /// ScheduleSetStart.) Errors: range: no such entry; invalid_argument: it marks the end of a
  /// schedule.
  Result<> set_schedule_start(Word index) const noexcept {
    return domain_set_schedule_set_start(this->ipc(), this->cptr(), index);
  }
};

/// The right to assign domains, for operations through the calling thread's IPC buffer.
using DomainSet = BasicDomainSet<sys::ThreadIpc>;

}  // namespace sel4
