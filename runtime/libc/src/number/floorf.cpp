// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

extern "C" double floor(double value) noexcept;
extern "C" float floorf(float value) noexcept { return static_cast<float>(floor(value)); }
