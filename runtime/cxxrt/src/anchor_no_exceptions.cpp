// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// See anchor.hpp.

#include "anchor.hpp"

#include <bits/functexcept.h>
#include <exception>

SEL4_ANCHOR(terminate, std::terminate)
SEL4_ANCHOR(bad_exception, std::__throw_bad_exception)
SEL4_ANCHOR(bad_alloc, std::__throw_bad_alloc)
SEL4_ANCHOR(bad_array_new_length, std::__throw_bad_array_new_length)
SEL4_ANCHOR(bad_cast, std::__throw_bad_cast)
SEL4_ANCHOR(bad_typeid, std::__throw_bad_typeid)
SEL4_ANCHOR(logic_error, std::__throw_logic_error)
SEL4_ANCHOR(domain_error, std::__throw_domain_error)
SEL4_ANCHOR(invalid_argument, std::__throw_invalid_argument)
SEL4_ANCHOR(length_error, std::__throw_length_error)
SEL4_ANCHOR(out_of_range, std::__throw_out_of_range)
SEL4_ANCHOR(out_of_range_fmt, std::__throw_out_of_range_fmt)
SEL4_ANCHOR(runtime_error, std::__throw_runtime_error)
SEL4_ANCHOR(range_error, std::__throw_range_error)
SEL4_ANCHOR(overflow_error, std::__throw_overflow_error)
SEL4_ANCHOR(underflow_error, std::__throw_underflow_error)
SEL4_ANCHOR(system_error, std::__throw_system_error)
SEL4_ANCHOR(bad_function_call, std::__throw_bad_function_call)
