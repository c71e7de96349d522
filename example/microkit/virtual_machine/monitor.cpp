// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/fault.hpp>
#include <sel4/microkit/arch/vcpu.hpp>
#include <sel4/protection_domain.hpp>
#include <sel4/vspace.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>

using namespace sel4;
using namespace sel4::microkit;

extern "C" const std::byte guest_begin[], guest_end[];

SEL4_MEMORY_REGION(std::byte, guest_ram);

namespace {

// Both as in the system description.
constexpr sel4::microkit::Vcpu<3> guest;
constexpr Vaddr guest_entry{0x4000'0000};

// The processor state in which a guest begins: exception level 1 with its own stack pointer.
constexpr Word state_el1h = 0x5;

// Exception syndromes (Arm Architecture Reference Manual, ESR_EL2).
constexpr Word exception_class(Word syndrome) { return syndrome >> 26 & 0x3f; }
constexpr Word class_firmware_call = 0x17;
constexpr Word call_number(Word syndrome) { return syndrome & 0xffff; }
constexpr Word stored_register(Word syndrome) { return syndrome >> 16 & 0x1f; }
constexpr Word instruction_bytes = 4;

class Monitor {
 public:
  Monitor() {
    const std::span<const std::byte> code{guest_begin, guest_end};
    const std::span<std::byte> ram = guest_ram.span();
    std::ranges::copy(code, ram.begin());
    // The guest begins without caches.
    const BasicVSpace<DomainIpc> own_space{CPtr{slot::vspace}};
    const Vaddr start{guest_ram.address()};
    own_space.clean_data(start, Vaddr{start.value() + code.size()}).or_panic("cleaning the code");

    UserContext context;
    context.set_pc(guest_entry);
    context.registers().spsr = state_el1h;
    guest.tcb().write_registers(context, {.resume_target = true}).or_panic("starting the guest");
  }

  FaultAnswer fault(AnyChild child, Message message) noexcept {
    const auto fault = decode_fault(message.info(), message.words());
    if (child == guest && fault) {
      if (const auto* call = std::get_if<UnknownSyscall>(&*fault)) return called(*call, message);
      if (const auto* exit = std::get_if<sys::VCPUFault>(&*fault)) return exited(*exit, message);
      if (const auto* access = std::get_if<VmFault>(&*fault)) return accessed(*access, message);
    }
    return unexpected(message);
  }

 private:
  // The kernel takes the guest's hypervisor calls for system calls, and this for none of its own.
  FaultAnswer called(const UnknownSyscall& call, const Message& message) noexcept {
    constexpr Word question = 1;
    if (call.syscall() != question) return unexpected(message);
    UserContext context = registers();
    debug_println("run ", run_, ": the guest asks at exception level ", context.argument(0));
    context.set_argument(0, 40);
    skip_instruction(context);
    return FaultAnswer::resume();
  }

  FaultAnswer exited(const sys::VCPUFault& exit, const Message& message) noexcept {
    constexpr Word end = 2;
    if (exception_class(exit.hsr()) != class_firmware_call || call_number(exit.hsr()) != end) {
      return unexpected(message);
    }
    return ended();
  }

  // What a device would do.
  FaultAnswer accessed(const VmFault& access, const Message& message) noexcept {
    UserContext context = registers();
    if (stored_register(access.fsr()) != 0) return unexpected(message);
    debug_println("run ", run_, ": the guest has written ", context.argument(0), " to ",
                  hex(access.addr(), 16));
    skip_instruction(context);
    return FaultAnswer::resume();
  }

  FaultAnswer ended() noexcept {
    if (run_ == 1) {
      ++run_;
      guest.restart(guest_entry).or_panic("restarting the guest");
    } else {
      guest.stop().or_panic("stopping the guest");
      debug_println("stopped after ", run_, " runs");
      debug_print("TEST_PASS\n");
    }
    return FaultAnswer::none();
  }

  static FaultAnswer unexpected(const Message& message) noexcept {
    debug_println("this is not what the guest should do: ", message.info().label());
    for (const Word word : message.words()) debug_println("  ", hex(word, 16));
    debug_print("TEST_FAIL\n");
    return FaultAnswer::none();
  }

  static void skip_instruction(UserContext& context) noexcept {
    context.set_pc(Vaddr{context.pc().value() + instruction_bytes});
    guest.tcb().write_registers(context).or_panic("writing the guest's registers");
  }

  static UserContext registers() noexcept {
    return UserContext{guest.tcb().read_registers().or_panic("reading the guest's registers")};
  }

  unsigned run_ = 1;
};

}  // namespace

SEL4_PROTECTION_DOMAIN(Monitor)
