// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "board.hpp"
#include "serial.hpp"

#include <sel4/protection_domain.hpp>
#include <sel4/rpc/server.hpp>

#include <algorithm>

using namespace sel4;
using namespace sel4::microkit;

namespace {

constexpr Interrupt<0> irq;
constexpr Channel<1> client;

class Driver {
 public:
  Driver() noexcept : uart_(make_uart()) {
    uart_.enable_receive_interrupt();
    take_input();
  }

  void notified(ChannelSet channels) noexcept {
    if (!channels.contains(irq)) return;
    take_input();
    client.notify();
    irq.defer_acknowledge();
  }

  Message protected_call(AnyChannel, Message message) noexcept {
    return rpc::serve<serial::Protocol>(message, *this);
  }

  // A client can claim any length.
  serial::Write::Reply operator()(const serial::Write& request) noexcept {
    const std::size_t length = std::min<std::size_t>(request.length, request.text.size());
    for (std::size_t i = 0; i < length; ++i) {
      uart_.write(static_cast<std::uint8_t>(request.text[i]));
    }
    return {static_cast<std::uint8_t>(length)};
  }

  serial::Read::Reply operator()(serial::Read) noexcept {
    if (first_ == last_) return {false, 0};
    return {true, buffer_[first_++ % size]};
  }

 private:
  static constexpr std::size_t size = 64;

  // In this order: a byte that comes after the last read interrupts again.
  void take_input() noexcept {
    uart_.clear_interrupt();
    while (const auto byte = uart_.read()) put(*byte);
  }

  void put(std::uint8_t byte) noexcept {
    // What nobody has read by then is lost, as on every serial line.
    if (last_ - first_ == size) ++first_;
    buffer_[last_++ % size] = byte;
  }

  Uart uart_;
  std::array<std::uint8_t, size> buffer_{};
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

}  // namespace

SEL4_PROTECTION_DOMAIN(Driver)
