import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

interface ChartTools {
  /** Hands a file to the person. */
  onSave: (file: Blob, name: string) => void;
}

const ChartToolsContext = createContext<ChartTools>({ onSave: () => undefined });

export const ChartToolsProvider = ChartToolsContext.Provider;

export function useChartTools(): ChartTools {
  return useContext(ChartToolsContext);
}
