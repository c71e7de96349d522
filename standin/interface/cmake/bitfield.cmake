# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

# Bitfield types: preprocessing of .bf files, and their C form. A description lists fields from the
# highest bit down; word 0 of a block is its last one.

function(_sel4_standin_preprocess source include output)
  if(CMAKE_C_COMPILER)
    set(compiler ${CMAKE_C_COMPILER})
  else()
    find_program(_sel4_standin_compiler NAMES cc gcc clang NO_CACHE REQUIRED)
    set(compiler ${_sel4_standin_compiler})
  endif()
  execute_process(
    COMMAND ${compiler} -E -P -undef -nostdinc -x c -I ${include} ${source}
    OUTPUT_VARIABLE text
    RESULT_VARIABLE result
    ERROR_VARIABLE error)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${source}: preprocessing with ${compiler} failed: ${error}")
  endif()
  _sel4_standin_depends(${source})
  _sel4_standin_write(${output} "${text}")
endfunction()

# Writes the C types and functions for the blocks and tagged unions of a preprocessed description.
# Functions keep only the low bits of a value that is too wide.
function(_sel4_standin_write_bitfields source output)
  _sel4_standin_parse_bitfields(${source})
  set(code "// Made from the bitfield description beside this file.\n\n#pragma once\n\n"
           "#include <sel4/config.h>\n#include <sel4/simple_types.h>\n")
  string(CONCAT code ${code})
  set(members)
  foreach(union IN LISTS unions)
    list(APPEND members ${union_${union}_blocks})
  endforeach()
  foreach(block IN LISTS blocks)
    if(NOT block IN_LIST members)
      _sel4_standin_type_code(${block} ${block_${block}_bits})
      _sel4_standin_block_code(${block} ${block} "" "")
    endif()
  endforeach()
  foreach(union IN LISTS unions)
    _sel4_standin_union_code(${union})
  endforeach()
  _sel4_standin_write(${output} "${code}")
endfunction()

# Sets blocks, block_<b>_{bits,fields}, block_<b>_<f>_{width,above}, unions,
# union_<u>_{field,blocks} and union_<u>_<b>_value. "above" counts the bits declared before a field.
function(_sel4_standin_parse_bitfields source)
  file(STRINGS ${source} lines)
  set(blocks)
  set(unions)
  set(set_names blocks unions)
  set(scope "")
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "--.*" "" line "${line}")
    string(STRIP "${line}" line)
    if(line STREQUAL "" OR line STREQUAL "base 64")
      continue()
    elseif(line MATCHES "^block ([A-Za-z0-9_]+) {$")
      set(scope block_${CMAKE_MATCH_1})
      list(APPEND blocks ${CMAKE_MATCH_1})
      set(bits 0)
      set(${scope}_fields)
    elseif(line MATCHES "^tagged_union ([A-Za-z0-9_]+) ([A-Za-z0-9_]+) {$")
      set(scope union_${CMAKE_MATCH_1})
      list(APPEND unions ${CMAKE_MATCH_1})
      set(${scope}_field ${CMAKE_MATCH_2})
      set(${scope}_blocks)
      list(APPEND set_names ${scope}_field)
    elseif(scope MATCHES "^block_" AND line MATCHES "^padding ([0-9]+)$")
      math(EXPR bits "${bits} + ${CMAKE_MATCH_1}")
    elseif(scope MATCHES "^block_" AND line MATCHES "^field ([A-Za-z0-9_]+) ([0-9]+)$")
      set(field ${scope}_${CMAKE_MATCH_1})
      list(APPEND ${scope}_fields ${CMAKE_MATCH_1})
      set(${field}_above ${bits})
      set(${field}_width ${CMAKE_MATCH_2})
      math(EXPR bits "${bits} + ${CMAKE_MATCH_2}")
      list(APPEND set_names ${field}_above ${field}_width)
    elseif(scope MATCHES "^union_" AND line MATCHES "^tag ([A-Za-z0-9_]+) ([0-9]+)$")
      list(APPEND ${scope}_blocks ${CMAKE_MATCH_1})
      set(${scope}_${CMAKE_MATCH_1}_value ${CMAKE_MATCH_2})
      list(APPEND set_names ${scope}_${CMAKE_MATCH_1}_value)
    elseif(line STREQUAL "}")
      if(scope MATCHES "^block_")
        set(${scope}_bits ${bits})
        list(APPEND set_names ${scope}_bits ${scope}_fields)
      else()
        list(APPEND set_names ${scope}_blocks)
      endif()
      set(scope "")
    else()
      message(FATAL_ERROR "${source}: '${line}' is not understood")
    endif()
  endforeach()
  foreach(name IN LISTS set_names)
    set(${name} "${${name}}" PARENT_SCOPE)
  endforeach()
endfunction()

# Appends to code; the functions below do, too.
macro(_sel4_standin_type_code name bits)
  math(EXPR words "${bits} / 64")
  string(APPEND code "\nstruct ${name} {\n  seL4_Uint64 words[${words}];\n};\n"
                     "typedef struct ${name} ${name}_t;\n")
endmacro()

# Constructor and accessors of one block. For a member of a union <tag_field> and <tag> are the
# field that stays fixed and its value.
function(_sel4_standin_block_code name block tag_field tag)
  set(type ${name})
  if(tag)
    set(type ${union})
  endif()
  set(parameters)
  set(words 0)
  math(EXPR count "${block_${block}_bits} / 64")
  math(EXPR last "${count} - 1")
  foreach(word RANGE ${last})
    set(word_${word} 0)
  endforeach()
  set(accessors "")
  foreach(field IN LISTS block_${block}_fields)
    _sel4_standin_place(${block} ${field})
    if(field STREQUAL "${tag_field}")
      set(word_${word} "${word_${word}} | (((seL4_Uint64)${tag} & ${mask}) << ${shift})")
      continue()
    endif()
    list(APPEND parameters "seL4_Uint64 ${field}")
    set(word_${word} "${word_${word}} | ((${field} & ${mask}) << ${shift})")
    string(
      APPEND accessors
      "\nLIBSEL4_INLINE_FUNC seL4_Uint64 PURE ${name}_ptr_get_${field}(${type}_t *block) {\n"
      "  return (block->words[${word}] >> ${shift}) & ${mask};\n}\n"
      "\nLIBSEL4_INLINE_FUNC void ${name}_ptr_set_${field}(${type}_t *block, seL4_Uint64 value) {\n"
      "  block->words[${word}] &= ~(${mask} << ${shift});\n"
      "  block->words[${word}] |= (value & ${mask}) << ${shift};\n}\n"
      "\nLIBSEL4_INLINE_FUNC seL4_Uint64 CONST ${name}_get_${field}(${type}_t block) {\n"
      "  return (block.words[${word}] >> ${shift}) & ${mask};\n}\n"
      "\nLIBSEL4_INLINE_FUNC ${type}_t CONST ${name}_set_${field}(${type}_t block, "
      "seL4_Uint64 value) {\n"
      "  block.words[${word}] &= ~(${mask} << ${shift});\n"
      "  block.words[${word}] |= (value & ${mask}) << ${shift};\n  return block;\n}\n")
  endforeach()
  set(stores "")
  foreach(word RANGE ${last})
    string(REGEX REPLACE "^0 \\| " "" value "${word_${word}}")
    string(APPEND stores "  block->words[${word}] = ${value};\n")
  endforeach()
  string(REPLACE "->" "." value_stores "${stores}")
  list(JOIN parameters ", " by_value)
  set(by_pointer "${type}_t *block")
  if(parameters)
    string(APPEND by_pointer ", ${by_value}")
  else()
    set(by_value void)
  endif()
  string(
    APPEND code
    "\nLIBSEL4_INLINE_FUNC ${type}_t CONST ${name}_new(${by_value}) {\n  ${type}_t block;\n"
    "${value_stores}  return block;\n}\n"
    "\nLIBSEL4_INLINE_FUNC void ${name}_ptr_new(${by_pointer}) {\n${stores}}\n" "${accessors}")
  set(code "${code}" PARENT_SCOPE)
endfunction()

function(_sel4_standin_union_code union)
  list(GET union_${union}_blocks 0 first)
  set(field ${union_${union}_field})
  _sel4_standin_place(${first} ${field})
  set(tag_place "${word} ${shift} ${mask}")
  set(tags)
  foreach(block IN LISTS union_${union}_blocks)
    _sel4_standin_place(${block} ${field})
    if(NOT "${word} ${shift} ${mask}" STREQUAL tag_place
       OR NOT block_${block}_bits EQUAL block_${first}_bits)
      message(FATAL_ERROR "union ${union}: ${block} differs from ${first} in size or in its tag")
    endif()
    list(APPEND tags "  ${union}_${block} = ${union_${union}_${block}_value}")
  endforeach()
  list(JOIN tags ",\n" tags)
  _sel4_standin_type_code(${union} ${block_${first}_bits})
  string(
    APPEND code
    "\nenum ${union}_tag {\n${tags}\n};\ntypedef enum ${union}_tag ${union}_tag_t;\n"
    "\nLIBSEL4_INLINE_FUNC seL4_Uint64 CONST ${union}_get_${field}(${union}_t block) {\n"
    "  return (block.words[${word}] >> ${shift}) & ${mask};\n}\n"
    "\nLIBSEL4_INLINE_FUNC int CONST ${union}_${field}_equals(${union}_t block, "
    "seL4_Uint64 value) {\n"
    "  return ((block.words[${word}] >> ${shift}) & ${mask}) == value;\n}\n"
    "\nLIBSEL4_INLINE_FUNC seL4_Uint64 PURE ${union}_ptr_get_${field}(${union}_t *block) {\n"
    "  return (block->words[${word}] >> ${shift}) & ${mask};\n}\n")
  foreach(block IN LISTS union_${union}_blocks)
    _sel4_standin_block_code(${union}_${block} ${block} ${field} ${union}_${block})
  endforeach()
  set(code "${code}" PARENT_SCOPE)
endfunction()

# Sets word, shift and mask of a field in the caller.
function(_sel4_standin_place block field)
  set(width ${block_${block}_${field}_width})
  math(EXPR low "${block_${block}_bits} - ${block_${block}_${field}_above} - ${width}")
  math(EXPR word "${low} / 64")
  math(EXPR shift "${low} % 64")
  math(EXPR end "${shift} + ${width}")
  if(end GREATER 64)
    message(FATAL_ERROR "block ${block}: field ${field} crosses a word")
  endif()
  if(width EQUAL 64)
    set(mask 0xffffffffffffffff)
  else()
    math(EXPR mask "(1 << ${width}) - 1" OUTPUT_FORMAT HEXADECIMAL)
  endif()
  set(word ${word} PARENT_SCOPE)
  set(shift ${shift} PARENT_SCOPE)
  set(mask ${mask}ull PARENT_SCOPE)
endfunction()
