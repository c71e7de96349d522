// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../provoke.hpp"

// Not in an unnamed namespace: the compiler would see that only one function can be meant.
namespace shapes {

class Base {
 public:
  Base() { call(*this); }
  virtual int value() = 0;

 protected:
  // Not virtual: that would refer to operator delete, and not every program here has a heap.
  ~Base() = default;

 private:
  // The virtual function is not there yet while the base is being made.
  [[gnu::noinline]] static void call(Base& self) { opaque(&self)->value(); }
};

class Derived final : public Base {
 public:
  int value() override { return 1; }
};

}  // namespace shapes

void provoke() {
  shapes::Derived object;
  opaque(&object);
}
