// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The measured paths in C++: each does what its namesake in c_paths.c does.

#include "paths.hpp"

#include <sel4/sel4.hpp>

using sel4::CPtr;
using sel4::Endpoint;
using sel4::IpcBuffer;
using sel4::MessageInfo;
using sel4::Notification;
using sel4::ReplyAuthority;
using sel4::Word;

void cpp_call_none(Word ep, Word count) {
  const Endpoint endpoint{CPtr{ep}};
  for (Word i = 0; i < count; ++i) endpoint.call(MessageInfo{});
}

void cpp_serve_none(Word ep, Word reply_cap) {
  const Endpoint endpoint{CPtr{ep}};
  const ReplyAuthority reply{CPtr{reply_cap}};
  endpoint.recv(reply);
  for (;;) endpoint.reply_recv(MessageInfo{}, reply);
}

void cpp_call_registers(Word ep, Word count) {
  const Endpoint endpoint{CPtr{ep}};
  sel4::ShortMessage words{1, 2, 3, 4};
  for (Word i = 0; i < count; ++i) {
    words = endpoint.call_with_words(MessageInfo{{.length = 4}}, words).words;
  }
}

void cpp_serve_registers(Word ep, Word reply_cap) {
  const Endpoint endpoint{CPtr{ep}};
  const ReplyAuthority reply{CPtr{reply_cap}};
  sel4::ReceivedWords in = endpoint.recv_with_words(reply);
  for (;;) in = endpoint.reply_recv_with_words(MessageInfo{{.length = 4}}, in.words, reply);
}

void cpp_call_buffer(Word ep, Word count) {
  const Endpoint endpoint{CPtr{ep}};
  for (Word i = 0; i < count; ++i) {
    IpcBuffer& buffer = sel4::sys::ThreadIpc::buffer();
    buffer.msg[0] = i;
    buffer.msg[1] = i;
    buffer.msg[2] = i;
    buffer.msg[3] = i;
    endpoint.call(MessageInfo{{.length = 4}});
  }
}

void cpp_serve_buffer(Word ep, Word reply_cap) {
  const Endpoint endpoint{CPtr{ep}};
  const ReplyAuthority reply{CPtr{reply_cap}};
  endpoint.recv(reply);
  for (;;) endpoint.reply_recv(MessageInfo{{.length = 4}}, reply);
}

void cpp_signal(Word notification, Word count) {
  const Notification target{CPtr{notification}};
  for (Word i = 0; i < count; ++i) target.signal();
}

void cpp_set_priority(Word tcb, Word count) {
  const sel4::Tcb thread{CPtr{tcb}};
  for (Word i = 0; i < count; ++i) {
    thread.set_priority(sel4::init_thread::tcb, sel4::Priority{255}).ignore();
  }
}
