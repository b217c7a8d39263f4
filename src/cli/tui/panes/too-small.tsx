import { Box, Text } from 'ink'
import { minSize } from './layout.ts'

/** For windows that cannot show a chat. Everything goes on behind it. */
export function TooSmall({ size }: { size: { columns: number; rows: number } }) {
  return (
    <Box width={size.columns} height={size.rows} overflow="hidden">
      <Text>
        Starling needs {minSize.columns}×{minSize.rows}; this is {size.columns}×{size.rows}.
      </Text>
    </Box>
  )
}
